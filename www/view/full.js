/** What only a whole page shows at once: an embed does without, or asks for what it needs of it. */

export { onPaperView } from "./on-paper.js";
export { partiesView } from "./parties.js";
export { questionsView } from "./questions.js";
export { seatsView } from "./seats.js";
