/** Lines that a program wrote into the transcript: `Transcribed by https://otter.ai`, `Anna started transcription`. */
import { createMessage } from '../../text/messages.ts';
import type { Block, Source } from '../source.ts';
import type { Convention } from './convention.ts';

/** All begin at the beginning, so that most lines are told by their first letters. */
const BEGINNINGS: RegExp[] = [
  /^(?:transcribed|transcript(?:ion)? (?:created|generated|provided)|generated|subtitles|captions|ondertiteld|getranscribeerd|automatisch getranscribeerd)\s+(?:by|with|using|door|met)\s+(?:https?:\/\/)?(?:\S+\.)?(?:otter|descript|trint|sonix|amberscript|rev|happyscribe|happy scribe|fireflies|noscribe|whisper|turboscribe|temi|zoom|teams|amara|notta|tactiq|read)\b.{0,40}$/i,
  /^(?:transcription|transcriptie) (?:ended after|beëindigd na) \d{1,2}:\d{2}(?::\d{2})?\.?$/i,
  /^(?:aantal (?:woorden|tekens|pagina's)|(?:word|character|page) count|words|characters)\s*:?\s*[\d.,]+$/i,
  // what a chat says of itself, between dated messages
  /^\[?\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?\]?\s*(?:-\s)?[^:]{0,200}$/,
  /^<(?:media omitted|media weggelaten)>$/i,
  // topics that somebody set between the turns
  /^(?:thema|theme|topic)(?: ?\d{1,2})?\s*[:.-]\s+\S.{0,80}$/i,
  /^(?:vervolg (?:na|van) (?:de )?(?:pauze|interview|gesprek|opname)|\(?(?:opname|recording) \d\)?)\.?$/i,
  /^(?:recording|transcription|opname|transcriptie) (?:started|stopped|gestart|gestopt)\.?$/i,
  /^this (?:editable )?transcript was computer generated\b.{0,200}$/i,
  /^(?:meeting|call) ended after \d{1,3}:\d{2}(?::\d{2})?.{0,20}$/i,
  /^(?:einde|end)(?: (?:van het|van de|of|of the))? (?:interview|gesprek|opname|recording|transcript|transcriptie|transcription)\.?$/i,
];
const BEGINNING = new RegExp(BEGINNINGS.map(({ source }) => source).join('|'), 'i');

/** Behind the name of whoever did so. */
const STARTED =
  /^.{0,63}\b(?:(?:started|stopped) transcription|(?:is )?(?:gestart|gestopt) met (?:de )?transcriptie|heeft de transcriptie (?:gestart|gestopt))\.?$/i;
/** Asked first, of the end alone. */
const ENDS_STARTED = /(?:transcription|transcriptie|gestart|gestopt)\.?$/i;
const LONGEST_END = 'transcription.'.length;
const LONGEST = 260;

export const toolLines = {
  name: 'tool-lines',
  apply(source: Source, path: string): Source {
    let found = 0;
    const blocks = source.blocks.flatMap((block): Block[] => {
      if (block.kind === 'heading' || !block.lines.some((line) => isToolLine(line.text))) return [block];
      return block.lines.map((line): Block => {
        const isTool = isToolLine(line.text);
        if (isTool) found++;
        return { kind: isTool ? 'heading' : 'text', lines: [line] };
      });
    });
    if (found === 0) return source;
    const lines = found === 1 ? '1 line' : `${found} lines`;
    const reason = `${lines} of the program that made the transcript, or about the recording, taken for nobody's speech`;
    const message = createMessage(reason, { rule: 'tool-lines', severity: 'information', path });
    return { ...source, blocks, messages: [...source.messages, message] };
  },
} satisfies Convention;

function isToolLine(text: string): boolean {
  if (text.length > LONGEST) return false;
  return BEGINNING.test(text) || (ENDS_STARTED.test(text.slice(-LONGEST_END)) && STARTED.test(text));
}
