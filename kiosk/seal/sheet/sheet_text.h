/* sheet_text: a recovery sheet as text: what is typed from paper, scanned, or was written by this
 * program, on its way to an identity file of age, whose comments hold what is ours. */
#ifndef SEAL_SHEET_SHEET_TEXT_H
#define SEAL_SHEET_SHEET_TEXT_H

#include "base/span.h"

#define SHEET_TEXT_KEY "AGE-SECRET-KEY-1" /* what the key that opens begins with */
#define SHEET_TEXT_SIGNING "RESONANCE-SIGNING-KEY-1" /* and the key that signs */
#define SHEET_TEXT_ORGANIZATION "Signing key:" /* and the line with its public half */
enum {
    SHEET_TEXT_KEY_LETTERS = 58,
    SHEET_TEXT_SIGNING_LETTERS = 70,
    SHEET_TEXT_KEY_LINE = 1,     /* the first of its lines (sheet_lines.h) */
    SHEET_TEXT_SIGNING_LINE = 4, /* and of the other key */
    SHEET_TEXT_MAX_BYTES = 128 * 1024,
};

/* sheet_text_read(guarded, text, out_text):
 * `text` as an identity file. The line of a secret key may have small letters, blanks, hyphens
 * and mistaken letters (sheet_lines.h); where there is no such line, the numbered lines of a
 * sheet make one. What is neither stays as it is. STATUS_BAD_INPUT names the line of the sheet
 * that is wrong. */
must_check enum status sheet_text_read(struct arena *guarded, struct span text,
                                       struct span *out_text);

/* sheet_text_lines(guarded, text, out_text): the same by the numbered lines alone;
 * STATUS_NOT_FOUND when there are none. */
must_check enum status sheet_text_lines(struct arena *guarded, struct span text,
                                        struct span *out_text);

/* sheet_text_find(text, begin): the first line of `text` that begins with `begin`, without the mark
 * of a comment and blanks around; empty when there is none. */
struct span sheet_text_find(struct span text, const char *begin);

#endif
