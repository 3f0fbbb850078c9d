/* convert: questionnaires of other programs in our format, ours for others, and what is lost on the
 * way. No reader trusts its input: limits and refusals stand in foreign.h and what it names. */
#ifndef CONVERT_CONVERT_H
#define CONVERT_CONVERT_H

#include "convert/losses.h"

enum convert_format {
#define CONVERT_FORMAT(name, word, what) CONVERT_##name,
#include "convert/convert_format.def"
#undef CONVERT_FORMAT
    CONVERT_COUNT
};

/* convert_format_read(word, out_format): the format with this `word`; STATUS_USAGE with all words
 * when there is none. */
must_check enum status convert_format_read(struct span word,
                                           enum convert_format *out_format);

/* convert_from(arena, format, file, bytes, losses, out_document): what `bytes`, the file called
 * `file`, say as a document of our format; what could not be taken over is added to `losses`.
 * STATUS_BAD_INPUT when it is not in this `format` or holds no question, STATUS_TOO_LARGE over a
 * limit, also when more was lost than can be told, and the failures of its reader. */
must_check enum status convert_from(struct arena *arena, enum convert_format format,
                                    struct span file, struct span bytes,
                                    struct losses *losses, struct span *out_document);

/* convert_to_osd(arena, file, bytes, losses, out_document): a questionnaire of ours without what is
 * ours alone, for other programs that read Open Scale Definition; the same failures. */
must_check enum status convert_to_osd(struct arena *arena, struct span file,
                                      struct span bytes, struct losses *losses,
                                      struct span *out_document);

#endif
