// A rule for the linter: no date without an argument, which is a look at the clock.
const noClock = {
  create(context) {
    const isDate = (callee) => callee.type === 'Identifier' && callee.name === 'Date';
    const message = 'A page is made as of a date that comes in, never as of the moment it is made.';
    return {
      NewExpression(node) {
        if (isDate(node.callee) && node.arguments.length === 0) context.report({ node, message });
      },
      CallExpression(node) {
        if (isDate(node.callee)) context.report({ node, message });
      },
    };
  },
};

export default { meta: { name: 'house' }, rules: { 'no-clock': noClock } };
