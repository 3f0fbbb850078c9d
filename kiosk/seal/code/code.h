/* code: the access code of one person, and the keys that come from it.
 *
 *   49 random bits -> 7ZK2M-9QXWD -Argon2id-> master -+-> lookup tag (in the configuration)
 *                                                     |    +- device secret -> mark (once used)
 *                                                     +-> draft locator (beside the draft)
 *                                     device secret --+-> draft wrapping key
 *                                                     +-> pseudonym (inside a colleague's record)
 *
 * The code itself is stored nowhere. From a stolen configuration each guess costs a whole
 * Argon2id; from a stolen draft the guesser needs the secret of the device besides. */
#ifndef SEAL_CODE_CODE_H
#define SEAL_CODE_CODE_H

#include "seal/code/stretch.h"

enum {
    CODE_SYMBOLS = 10,
    CODE_TEXT_BYTES = CODE_SYMBOLS + 1 + 1, /* hyphen, ending 0 */
    CODE_MASTER_BYTES = STRETCH_KEY_BYTES,
    CODE_TAG_BYTES = 16,
    CODE_MARK_BYTES = 16,
    CODE_PSEUDONYM_BYTES = 16,
    CODE_LOCATOR_BYTES = 16,
    CODE_DEVICE_SECRET_BYTES = 32,
    CODE_WRAPPING_KEY_BYTES = 32,
};

struct code {
    char symbols
        [CODE_SYMBOLS]; /* Crockford's base32, capital letters; new ones without A and
                                   E: no card spells a word */
};

/* code_generate(out_code): a new code: ten random symbols of the thirty that are no vowels. */
void code_generate(struct code *out_code);

/* code_write(code, out_text): `code` as it is printed, "XXXXX-XXXXX", 0-ended. */
void code_write(const struct code *code, char out_text[CODE_TEXT_BYTES]);

/* code_read(typed, out_code):
 * Reads what a person `typed`, forgiving: lower case, blanks and hyphens anywhere, O for
 * 0, I and L for 1. STATUS_BAD_INPUT for another letter (U, signs) or another number of
 * symbols; the sentence does not quote what was typed. */
must_check enum status code_read(struct span typed, struct code *out_code);

/* code_master(code, salt, cost, out_master):
 * The master key of `code` with the `salt` of the configuration at `cost` (see stretch.h), into
 * guarded memory at `out_master`. STATUS_IO when there is not enough memory. */
must_check enum status code_master(const struct code *code,
                                   const unsigned char salt[STRETCH_SALT_BYTES],
                                   struct stretch_cost cost,
                                   unsigned char out_master[CODE_MASTER_BYTES]);

/* code_tag(master, out_tag): what the signed configuration holds to know the code again. */
void code_tag(const unsigned char master[CODE_MASTER_BYTES],
              unsigned char out_tag[CODE_TAG_BYTES]);

/* code_locator(master, out_locator): under what name the draft of this person is found. */
void code_locator(const unsigned char master[CODE_MASTER_BYTES],
                  unsigned char out_locator[CODE_LOCATOR_BYTES]);

/* code_mark(tag, device_secret, out_mark): by what the device with this `device_secret` knows that
 * the code with this `tag` was used: without the secret a mark leads to no tag. */
void code_mark(const unsigned char tag[CODE_TAG_BYTES],
               const unsigned char device_secret[CODE_DEVICE_SECRET_BYTES],
               unsigned char out_mark[CODE_MARK_BYTES]);

/* code_pseudonym(master, out_pseudonym): the same on every terminal of an organization, so that two
 * records made with one code are known as such. It leads neither to the tag nor to the code; only
 * who has the code itself, and the salt, makes it again. */
void code_pseudonym(const unsigned char master[CODE_MASTER_BYTES],
                    unsigned char out_pseudonym[CODE_PSEUDONYM_BYTES]);

/* code_wrapping_key(master, device_secret, out_key):
 * The key that wraps the draft key: from `master` and the `device_secret`, so that
 * neither the code nor the machine alone opens a draft. `out_key` must lie in guarded
 * memory. */
void code_wrapping_key(const unsigned char master[CODE_MASTER_BYTES],
                       const unsigned char device_secret[CODE_DEVICE_SECRET_BYTES],
                       unsigned char out_key[CODE_WRAPPING_KEY_BYTES]);

#endif
