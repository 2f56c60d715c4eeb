// Embeds the chat: <script src="https://HOST/widget.js" async></script>, as a module or not. Where the page has no
// <sawt-chat> of its own, a button opens one in the corner.
import("./widget/element.js").then(({ embed }) => embed());
