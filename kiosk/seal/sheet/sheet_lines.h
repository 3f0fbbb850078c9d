/* sheet_lines: the letters of a key in short lines that people can type from paper:
 *
 *   2  QPZR-Y9X8-GF2T-VDW0-S3JN-7K
 *
 * The number of the line, up to 20 of the 32 letters of bech32 in groups of four, and two
 * letters of check. The check is a Reed-Solomon code over these 32 letters (x^5 + x^3 + 1, roots
 * 1 and x), the number in front: two wrong letters in a line are always noticed, so are two in
 * each other's place and a wrong number; of a single one it is known where it stands. The
 * checksum of the whole key (seal/age/bech32.h) could only say that something is wrong
 * somewhere.
 *
 * Typed are they read in small letters or capitals, with or without hyphens and blanks. Among
 * the 32 letters there are no B, I, O and 1: who types one of these has seen 8, L, 0 and L. */
#ifndef SEAL_SHEET_SHEET_LINES_H
#define SEAL_SHEET_SHEET_LINES_H

#include "base/span.h"

#include <stdbool.h>

enum { SHEET_LINES_LETTERS = 20, SHEET_LINES_GROUP = 4, SHEET_LINES_CHECK = 2 };

/* sheet_lines_write(arena, first, letters): these `letters` of bech32 in lines numbered from
 * `first` (at most 9 in the end); `arena` should be guarded. */
struct span sheet_lines_write(struct arena *arena, int first, struct span letters);

/* sheet_lines_read(arena, text, first, count, out_letters): the `count` letters that stand in the
 * lines from number `first` on among the lines of `text`, whatever else there is, as capitals in
 * `arena`, which should be guarded. STATUS_NOT_FOUND when not one of these lines is there;
 * STATUS_BAD_INPUT names the line that is wrong or missing, and the group when that is known. */
must_check enum status sheet_lines_read(struct arena *arena, struct span text, int first,
                                        size_t count, struct span *out_letters);

/* sheet_lines_letter(typed): the letter of bech32, a capital, that is meant by `typed`; 0: none. */
char sheet_lines_letter(char typed);

#endif
