import { X509Certificate } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/**
 * Key and certificate for https://localhost. Office's own development certificate is used where it is installed (then no browser warns);
 * else one is made, in plain JavaScript, and kept beside the other built things. Nothing is ever installed here.
 */
export async function certificate(folder) {
  const installed = path.join(os.homedir(), ".office-addin-dev-certs");
  if (valid(installed)) return { ...read(installed), trusted: true };
  if (!valid(folder)) {
    fs.mkdirSync(folder, { recursive: true });
    for (const file of ["ca.crt", "localhost.crt", "localhost.key"]) fs.rmSync(path.join(folder, file), { force: true });
    await quietly(async () => {
      const { default: devCerts } = await import("office-addin-dev-certs");
      await devCerts.generateCertificates(path.join(folder, "ca.crt"), path.join(folder, "localhost.crt"), path.join(folder, "localhost.key"), 365, ["localhost", "127.0.0.1"]);
    });
  }
  return { ...read(folder), trusted: false };
}

const DAY = 86_400_000;

function valid(folder) {
  const [crt, key] = ["localhost.crt", "localhost.key"].map((file) => path.join(folder, file));
  if (!fs.existsSync(crt) || !fs.existsSync(key)) return false;
  return Date.parse(new X509Certificate(fs.readFileSync(crt)).validTo) > Date.now() + DAY;
}

function read(folder) {
  return { cert: fs.readFileSync(path.join(folder, "localhost.crt")), key: fs.readFileSync(path.join(folder, "localhost.key")) };
}

/** The package reports on the console where it wrote what; nobody needs to know. */
async function quietly(work) {
  const { log } = console;
  console.log = () => {};
  try {
    await work();
  } finally {
    console.log = log;
  }
}
