// The audience's window and the presenter's, kept together.
//
// They send each other messages. A channel (BroadcastChannel) would be simpler, but not every browser has one between
// two files from disk; a window and the one that opened it can talk everywhere. Only places are told, never words.

const isPresenter = new URLSearchParams(location.search).has("presenter");
const peers = new Set(isPresenter && openedBy() ? [openedBy()] : []);

/** The window that opened this one, if it is still there. */
function openedBy() {
  return window.opener && !window.opener.closed ? window.opener : null;
}

function tell(message) {
  for (const peer of peers) {
    if (peer.closed) peers.delete(peer);
    else peer.postMessage({ deckgen: deckTitle, ...message }, "*");
  }
}

const tellPlace = () => tell({ index: state.index, step: state.step, blank: state.blank });

/** Whether a message comes from a window with the same talk. */
const isOurs = ({ data, origin, source }) =>
  source && origin === location.origin.replace(/^file:\/\/$/, "null") && data?.deckgen === deckTitle;

addEventListener("message", (event) => {
  if (!isOurs(event)) return;
  const { hello, index, step, blank: color } = event.data;
  peers.add(event.source);
  if (hello) return tellPlace();
  if (!Number.isInteger(index) || !Number.isInteger(step) || !slides[index]) return;
  if (index !== state.index || step !== state.step) {
    if (state.view === "overview") closeOverview();
    go(index, step, { moving: true, told: true });
  }
  if (["", "black", "white"].includes(color) && color !== state.blank) blank(color, { told: true });
});

/** Open the other window: the presenter's from the audience's, and the other way round. False where that is blocked. */
function openWindow() {
  const address = new URL(location.href);
  address.search = isPresenter ? "" : "presenter";
  address.hash = addressOf(state.index, state.step);
  const opened = window.open(address, isPresenter ? "_blank" : "deckgen-presenter", "popup,width=1280,height=800");
  if (!opened) return false;
  peers.add(opened);
  opened.focus();
  return true;
}

whenMoved(({ told }) => told || tellPlace());
