// What is still on this phone when its worker leaves it is shut away: encrypted with a key of that worker's own, which the server keeps and
// gives to nobody else. While they are signed in the key is here too, so that what waits can go at any moment, with every page closed.

const sealing = (() => {
  const named = (worker) => `seal:${worker}`;
  const bytes = (text) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));

  async function keyOf(worker) {
    const given = await queue.about(named(worker));
    return given && crypto.subtle.importKey("raw", bytes(given), "AES-GCM", false, ["encrypt", "decrypt"]);
  }

  async function shut(key, content) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, content) };
  }
  const open = (key, { iv, data }) => crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, data);

  // Of a sealed record one sees whose it is, when it was written and that it waits: no more.
  async function sealOne(key, record) {
    const { id, worker, counter, recorded_at, state, sent_at } = record;
    const files = [];
    for (const cited of Object.values(record.files)) {
      const blob = await queue.file(cited.id);
      if (blob) files.push({ id: cited.id, sealed: await shut(key, await blob.arrayBuffer()) });
    }
    const sealed = await shut(key, new TextEncoder().encode(JSON.stringify(record)));
    await queue.replace(record, { id, worker, counter, recorded_at, state, sent_at, files: {}, sealed, parts: files.map((each) => each.id) }, files);
  }

  async function openOne(key, sealed) {
    const record = JSON.parse(new TextDecoder().decode(await open(key, sealed.sealed)));
    const files = [];
    for (const cited of Object.values(record.files)) {
      const kept = await queue.fileAsKept(cited.id);
      if (kept?.sealed) files.push({ id: cited.id, blob: new Blob([await open(key, kept.sealed)], { type: cited.type }) });
    }
    await queue.replace(sealed, record, files);
  }

  // Everything of everybody who had a key here; then the key goes. Broken off, it is gone on with: the key goes last.
  async function seal() {
    for (const name of await queue.names("seal:")) {
      const worker = name.slice("seal:".length);
      const key = await keyOf(worker);
      for (const each of await queue.all(worker)) if (!each.sealed) await sealOne(key, each);
      await queue.note(name, undefined);
    }
  }

  // Their worker is back, and the server gave the key. What it does not open stays shut, and is not lost.
  async function unseal(worker, given) {
    if (!given) return;
    await queue.note(named(worker), given);
    const key = await keyOf(worker);
    for (const each of await queue.all(worker)) if (each.sealed) await openOne(key, each).catch(() => {});
  }

  return { seal, unseal };
})();
