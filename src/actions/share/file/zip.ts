import { Deflate, Inflate, deflateSync, inflateSync } from "fflate";

/** A file inside of a zip file as it is packed: what is not asked for is never unpacked, and what is not changed is not packed again. */
export interface Packed {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly crc: number;
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** The files of a zip file, by its directory at the end (PKWARE's APPNOTE 4.3); null where it is none that this reads: encrypted, cut off, or of more than 4 GB. */
export function readZip(bytes: Uint8Array): readonly Packed[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) return null;
  const files: Packed[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
    const [flags, method, crc, packed, size] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true), view.getUint32(at + 16, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const [nameLength, extra, comment, place] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true), view.getUint32(at + 42, true)];
    if ((flags & 1) !== 0 || (method !== 0 && method !== DEFLATED) || place + 30 > bytes.length || view.getUint32(place, true) !== LOCAL) return null;
    const start = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (start + packed > bytes.length) return null;
    if (!name.endsWith("/")) files.push({ name, isDeflated: method === DEFLATED, crc, size, bytes: bytes.subarray(start, start + packed) });
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

const [LOCAL, ENTRY, END, DEFLATED] = [0x04034b50, 0x02014b50, 0x06054b50, 8];

/** All of a file at once. */
export function unpacked({ isDeflated, bytes, size }: Packed): Uint8Array {
  return isDeflated ? inflateSync(bytes, { out: new Uint8Array(size) }) : bytes;
}

/** A file piece by piece; some hundred kB each. */
export function* unpackedPieces({ isDeflated, bytes }: Packed): Generator<Uint8Array> {
  const step = isDeflated ? 16_384 : 524_288;
  const ready: Uint8Array[] = [];
  const inflate = new Inflate((piece) => void ready.push(piece));
  for (let at = 0; at < bytes.length; at += step) {
    const piece = bytes.subarray(at, at + step);
    if (isDeflated) inflate.push(piece, at + step >= bytes.length);
    else ready.push(piece);
    yield* ready.splice(0);
  }
}

export function packed(name: string, bytes: Uint8Array): Packed {
  return { name, isDeflated: true, crc: (crcOf(bytes, ~0) ^ ~0) >>> 0, size: bytes.length, bytes: deflateSync(bytes, { level: LEVEL }) };
}

/** A file that is packed while it is made: never all of it stands in memory. */
export function packer(name: string): { readonly add: (bytes: Uint8Array) => void; readonly done: () => Packed } {
  const parts: Uint8Array[] = [];
  const deflate = new Deflate({ level: LEVEL }, (part) => void parts.push(part));
  let [crc, size] = [~0, 0];
  return {
    add(bytes) {
      crc = crcOf(bytes, crc);
      size += bytes.length;
      deflate.push(bytes, false);
    },
    done() {
      deflate.push(new Uint8Array(0), true);
      return { name, isDeflated: true, crc: (crc ^ ~0) >>> 0, size, bytes: joined(parts) };
    },
  };
}
const LEVEL = 6;

/** The zip file. Its times are the first that such a file can name. */
export function writeZip(files: readonly Packed[]): Uint8Array {
  const names = files.map(({ name }) => new TextEncoder().encode(name));
  const local = files.map(({ bytes }, index) => 30 + names[index]!.length + bytes.length);
  const directory = names.reduce((sum, { length }) => sum + 46 + length, 0);
  const all = new Uint8Array(local.reduce((sum, one) => sum + one, 0) + directory + 22);
  const view = new DataView(all.buffer);
  let [at, entry] = [0, all.length - 22 - directory];
  files.forEach((file, index) => {
    const name = names[index]!;
    header(at, LOCAL, 4, file, name.length);
    all.set(name, at + 30);
    all.set(file.bytes, at + 30 + name.length);
    view.setUint16(entry + 4, 20, true);
    header(entry, ENTRY, 6, file, name.length);
    view.setUint32(entry + 42, at, true);
    all.set(name, entry + 46);
    at += local[index]!;
    entry += 46 + name.length;
  });
  view.setUint32(entry, END, true);
  view.setUint16(entry + 8, files.length, true);
  view.setUint16(entry + 10, files.length, true);
  view.setUint32(entry + 12, directory, true);
  view.setUint32(entry + 16, at, true);
  return all;

  /** What both places say of a file: version, names in UTF-8, method, time, sums and sizes. */
  function header(place: number, sign: number, from: number, { isDeflated, crc, size, bytes }: Packed, nameLength: number): void {
    view.setUint32(place, sign, true);
    view.setUint16(place + from, 20, true);
    view.setUint16(place + from + 2, 0x0800, true);
    view.setUint16(place + from + 4, isDeflated ? DEFLATED : 0, true);
    view.setUint16(place + from + 8, 0x21, true);
    view.setUint32(place + from + 10, crc, true);
    view.setUint32(place + from + 14, bytes.length, true);
    view.setUint32(place + from + 18, size, true);
    view.setUint16(place + from + 22, nameLength, true);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const CRC = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crcOf(bytes: Uint8Array, before: number): number {
  let crc = before;
  for (const byte of bytes) crc = CRC[(crc ^ byte) & 255]! ^ (crc >>> 8);
  return crc;
}
