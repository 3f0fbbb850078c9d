/* qr: text as a series of QR codes that a telephone reads without any program or network.
 *
 *   text --qr_series--> "1 of 3" + its lines, "2 of 3" ... --qr_encode--> modules, dark and light
 *
 * The numbers, and where they come from (ISO/IEC 18004:2015, GS1 General Specifications
 * 5.12.3.1):
 *
 * - Bytes of UTF-8, said to be that (ECI 26), so that no reader has to guess.
 * - Error correction M, which restores 15 of 100 codewords: a screen has no dirt and no scratches,
 *   glare is what must be survived.
 * - At most version 20, 97 modules a side; and 4 light modules around all (the quiet zone).
 * - A module is at least QR_MODULE_MIN_MM wide, and whole pixels. GS1 prints what is held before a
 *   scanner with 0.396 mm to 0.990 mm. A telephone 30 cm away that sees 65 degrees has 1,920 points
 *   in its preview for 380 mm: 0.75 mm are 3.8 of them, where a reader needs two.
 * - Always black on white, whatever the theme: not every reader takes it the other way round.
 *
 * libqrencode keeps copies of the text on the heap and frees them as they are. Therefore it runs
 * in a process of its own, which ends with its memory some milliseconds later: what a person
 * must not leave behind never gets onto the heap of this one. */
#ifndef QR_QR_H
#define QR_QR_H

#include "base/arena.h"
#include "base/span.h"

enum {
    QR_VERSION_MIN = 5,
    QR_VERSION_MAX = 20,
    QR_QUIET = 4,     /* light modules on each side */
    QR_PARTS_MAX = 64 /* of a series */
};
#define QR_MODULE_MIN_MM 0.75
#define QR_MODULE_MAX_MM 1.2 /* larger ones are no easier to read */

/* qr_side(version): how many modules a code of `version` has on a side, the quiet ones too. */
int qr_side(int version);

/* The texts of a series, each with its head "TITLE 1 of 3" in a line of its own. */
struct qr_series {
    int version;
    struct span parts[QR_PARTS_MAX];
    size_t count;
};

/* qr_series(arena, title, texts, text_count, version_most, out_series): the `texts`, each cut at
 * the ends of lines, or at blanks where a line is too long for one code, into as few codes as there
 * can be with at most `version_most` (QR_VERSION_MIN to QR_VERSION_MAX), and then of the least
 * version that needs no more. No code holds two of the texts; each begins with `title` and its
 * number. The parts after their heads, joined by line ends where they were cut, are the texts.
 * STATUS_TOO_LARGE when it takes more than QR_PARTS_MAX. */
must_check enum status qr_series(struct arena *arena, struct span title,
                                 const struct span *texts, size_t text_count,
                                 int version_most, struct qr_series *out_series);

/* qr_encode(arena, text, version, out_modules): qr_side(version) rows of as many modules in
 * `arena`, 1 dark and 0 light. STATUS_TOO_LARGE when `text` does not fit, STATUS_IO when the
 * system gives no process for it. */
must_check enum status qr_encode(struct arena *arena, struct span text, int version,
                                 unsigned char **out_modules);

#endif
