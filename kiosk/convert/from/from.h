/* from: one reader for each format that a questionnaire is made from (convert_format.def). */
#ifndef CONVERT_FROM_FROM_H
#define CONVERT_FROM_FROM_H

#include "convert/foreign.h"
#include "convert/outline.h"

/* from_list(outline, file, bytes), from_qsf(outline, file, bytes), from_lss(outline, file, bytes),
 * from_xlsform(outline, file, bytes), from_formr(outline, file, bytes), from_qti(outline, file,
 * bytes): adds to `outline` what `bytes`, the file called `file`, ask; all else to its losses. */
must_check enum status from_list(struct outline *outline, struct span file,
                                 struct span bytes);
must_check enum status from_qsf(struct outline *outline, struct span file,
                                struct span bytes);
must_check enum status from_lss(struct outline *outline, struct span file,
                                struct span bytes);
must_check enum status from_xlsform(struct outline *outline, struct span file,
                                    struct span bytes);
must_check enum status from_formr(struct outline *outline, struct span file,
                                  struct span bytes);
must_check enum status from_qti(struct outline *outline, struct span file,
                                struct span bytes);

/* from_words(text): `text` as words in the language of the document.
 * from_labels(outline, item, lowest, words, count): makes `item` a rating with `count` points from
 * `lowest`, called `words`, which are all NULL for points with numbers only. */
struct outline_words from_words(struct span text);
void from_labels(struct outline *outline, struct outline_item *item, int64_t lowest,
                 const struct outline_words *const *words, size_t count);

#endif
