/* ruler: how large the screen of this terminal is, by all that it knows (device/screen/scale.h),
 * and what there is to say about that. */
#ifndef APP_KIOSK_RULER_H
#define APP_KIOSK_RULER_H

#include "app/kiosk/arguments.h"
#include "device/screen/scale.h"

struct ruler {
    double command_mm; /* --width-mm */
    struct measured measured;
    struct display display; /* when it was looked at last */
    struct scale scale;
    struct span told; /* the last that was said about it; in `words` */
    struct arena words;
};

enum { RULER_WORDS_BYTES = 64 * 1024 };

/* ruler_open(ruler, arguments): reads what was measured with a card. A file that cannot be read is
 * as none, and the returned status has its sentence. The ruler can be used whatever it is. */
enum status ruler_open(struct ruler *ruler, const struct arguments *arguments);
/* ruler_close(ruler): gives its memory back. */
void ruler_close(struct ruler *ruler);

/* ruler_look(ruler, config_mm): looks at the screen and finds its scale; `config_mm` is what the
 * configuration says, 0: nothing. false where no screen can be seen: the scale stays. */
bool ruler_look(struct ruler *ruler, double config_mm);
/* ruler_hold(ruler, config_mm, facts): the same for the window of `facts`, which counts as the
 * screen where none can be seen; sets its px_per_mm. */
void ruler_hold(struct ruler *ruler, double config_mm, struct surface_facts *facts);
/* ruler_rescale(ruler, config_mm, facts): the scale again, of the screen as it was looked at last;
 * sets px_per_mm of `facts`; whether that is another one now. */
bool ruler_rescale(struct ruler *ruler, double config_mm, struct surface_facts *facts);

/* ruler_keep(ruler, folder, width_mm): the screen that was looked at last is `width_mm` wide, by a
 * card: that counts from now on, and is kept in `folder`. Fails as measured_save. */
must_check enum status ruler_keep(struct ruler *ruler, const char *folder,
                                  double width_mm);

/* ruler_fault(ruler): what is to be mended, with the way; OK: nothing is. STATUS_REFUSED. */
enum status ruler_fault(const struct ruler *ruler);
/* ruler_tell(ruler): the same on standard error, for the journal, when it was not said before. */
void ruler_tell(struct ruler *ruler);

#endif
