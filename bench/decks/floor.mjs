// The least a program that writes decks must do: checksum, deflate and store parts that are ready. node floor.mjs PARTS OUT
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

const [from, to] = process.argv.slice(2);

mkdirSync(to, { recursive: true });
for (const file of readdirSync(from))
  writeFileSync(join(to, `${file}.pptx`), zip(readParts(readFileSync(join(from, file)))));

function readParts(file) {
  const end = file.indexOf(10);
  let start = end + 1;
  return JSON.parse(file.toString('utf8', 0, end)).map(([name, length]) => {
    const bytes = file.subarray(start, start + length);
    start += length;
    return { name: Buffer.from(name), bytes };
  });
}

function zip(parts) {
  const chunks = [];
  const directory = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const deflated = deflateRawSync(bytes, { level: 6 });
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt16LE(33, 8);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(deflated.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), facts, place.subarray(0, 14), name);
    chunks.push(Buffer.from('PK\u0003\u0004', 'latin1'), facts, name, deflated);
    offset += 30 + name.length + deflated.length;
  }
  return Buffer.concat([...chunks, ...directory, endOf(parts.length, Buffer.concat(directory).length, offset)]);
}

function endOf(count, size, offset) {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
