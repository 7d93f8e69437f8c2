// Records what somebody says, when they agree to it, and puts the clip into the form's own file box. Nothing is sent or
// kept before the form is. Without this script the form still takes a recording made elsewhere.

const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const ENDINGS = { "audio/webm": "webm", "audio/mp4": "m4a", "audio/ogg": "ogg" };

for (const box of document.querySelectorAll("[data-recorder]")) prepare(box);

function prepare(box) {
  const type = window.MediaRecorder && TYPES.find((each) => MediaRecorder.isTypeSupported(each));
  if (!type || !navigator.mediaDevices) return;
  const find = (name) => box.querySelector(`[data-${name}]`);
  const parts = Object.fromEntries(["start", "stop", "says", "made", "play", "throw"].map((name) => [name, find(name)]));
  const recorder = { box, type, parts, form: box.closest("form"), longest: Number(box.dataset.longest), address: "" };
  parts.start.addEventListener("click", () => start(recorder));
  parts.stop.addEventListener("click", () => stop(recorder));
  parts.throw.addEventListener("click", () => throwAway(recorder));
  box.hidden = false;
}

async function start(recorder) {
  const { parts, box, type } = recorder;
  if (recorder.media?.state === "recording") return;
  parts.start.disabled = true;
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const pieces = [];
    recorder.media = new MediaRecorder(stream, { mimeType: type });
    recorder.media.addEventListener("dataavailable", (event) => pieces.push(event.data));
    recorder.media.addEventListener("stop", () => finish(recorder, stream, pieces));
    recorder.begun = performance.now();
    recorder.media.start(1000);
  } catch {
    parts.says.textContent = box.dataset.cannot;
    openFold(recorder);
    return;
  } finally {
    parts.start.disabled = false;
  }
  forget(recorder);
  show(recorder, true);
  parts.stop.focus();
  recorder.clock = setInterval(() => tick(recorder), 1000);
  tick(recorder);
}

function tick(recorder) {
  const gone = seconds(recorder);
  // Said aloud by screen readers only at the start and near the end: it would talk over the person.
  if (gone === 0 || gone === recorder.longest - 10) recorder.parts.says.textContent = sentence(recorder, "now", gone);
  if (gone >= recorder.longest) stop(recorder);
}

function stop(recorder) {
  if (recorder.media?.state === "recording") recorder.media.stop();
}

function finish(recorder, stream, pieces) {
  clearInterval(recorder.clock);
  for (const track of stream.getTracks()) track.stop();
  const length = Math.min(Math.max(1, seconds(recorder)), recorder.longest);
  const plain = recorder.type.split(";")[0];
  const clip = new File(pieces, `said.${ENDINGS[plain]}`, { type: plain });
  put(recorder, clip, length);
  recorder.address = URL.createObjectURL(clip);
  recorder.parts.play.src = recorder.address;
  recorder.parts.made.hidden = false;
  recorder.parts.says.textContent = sentence(recorder, "done", length);
  show(recorder, false);
  recorder.parts.start.focus();
}

// The press that began it is the agreement: the form says so too.
function put(recorder, clip, length) {
  const { form } = recorder;
  const files = new DataTransfer();
  if (clip) files.items.add(clip);
  form.elements.sound.files = files.files;
  form.elements.sound_seconds.value = clip ? String(length) : "";
  for (const each of form.querySelectorAll('[name="basis"]')) each.checked = Boolean(clip) && each.value === "agreed";
}

function throwAway(recorder) {
  forget(recorder);
  put(recorder, null, 0);
  recorder.parts.says.textContent = recorder.box.dataset.gone;
  recorder.parts.start.focus();
}

function forget(recorder) {
  recorder.parts.play.removeAttribute("src");
  recorder.parts.play.load();
  if (recorder.address) URL.revokeObjectURL(recorder.address);
  recorder.address = "";
  recorder.parts.made.hidden = true;
}

function show(recorder, isRecording) {
  recorder.parts.start.hidden = isRecording;
  recorder.parts.stop.hidden = !isRecording;
}

function openFold(recorder) {
  recorder.form.elements.sound.closest("details")?.setAttribute("open", "");
}

function seconds(recorder) {
  return Math.floor((performance.now() - recorder.begun) / 1000);
}

function sentence(recorder, name, n) {
  return recorder.box.dataset[name].replace("{n}", String(n)).replace("{most}", String(recorder.longest));
}
