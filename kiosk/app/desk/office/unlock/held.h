/* held: the keys of one person, held for a while by a process of this program, so that one
 * passphrase serves the commands of a session. Who asks for them here is a command; who holds them
 * is holder.h. The two speak over a socket in a folder that only this user can open, and each looks
 * which user the other is.
 *
 *   question  what is wanted (1), hash of the key file as it lies there (32)
 *   answer    HELD_PERSON or HELD_BARE (1), what is in that file; or nothing at all
 *
 * A key file that was changed, by a new passphrase or a new key, has another hash: what is held
 * then serves nobody any more. */
#ifndef APP_DESK_OFFICE_UNLOCK_HELD_H
#define APP_DESK_OFFICE_UNLOCK_HELD_H

#include "app/desk/office/office.h"
#include "chain/chain.h"
#include "seal/keyfile.h"
#include "seal/secret.h"

enum {
    HELD_GET = 'g',
    HELD_END = 'e',
    HELD_PERSON = 'p',
    HELD_BARE = 'b',
    HELD_QUESTION_BYTES = 1 + CHAIN_HASH_BYTES,
    HELD_ANSWER_BYTES_MAX = 1 + KEYFILE_SECRET_MAX_BYTES,
    HELD_WAIT_MS = 2000, /* for a holder that does not answer */
    HELD_MINUTES = 30,   /* without a word */
    HELD_MINUTES_MOST = 600,
};

/* held_path(office, label, out_path): where the socket for the keys of `label` is. Fails as
 * runtime_folder; STATUS_TOO_LARGE when the name is longer than a socket's may be.
 * held_label(office, out_label): the label of the only one whose keys are held for this
 * organization; empty for nobody, and for several. */
must_check enum status held_path(struct office *office, struct span label,
                                 const char **out_path);
struct span held_label(struct office *office);

/* is_held(office, label, file, out_secret, out_is_person): whether the content of the key file of
 * `label`, whose bytes are `file`, is held; then it is in `out_secret`. */
bool is_held(struct office *office, struct span label, struct span file,
             struct secret *out_secret, bool *out_is_person);

/* held_end(office, out_count): ends every holder for this organization, and removes what one that
 * was killed has left; how many there were. */
must_check enum status held_end(struct office *office, size_t *out_count);

#endif
