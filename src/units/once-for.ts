/**
 * A function that works once for each object it is given and answers the same again: for questions that many pages ask about one object.
 * The object must not change, and its answer is forgotten with it.
 */
export function onceFor<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const answers = new WeakMap<K, { readonly answer: V }>();
  return (key) => {
    const found = answers.get(key) ?? { answer: work(key) };
    answers.set(key, found);
    return found.answer;
  };
}
