/* roll_format: the words and the signed bytes of a statement on the roll, the same for who
 * writes and who reads. */
#ifndef APP_DESK_OFFICE_TRUST_ROLL_FORMAT_H
#define APP_DESK_OFFICE_TRUST_ROLL_FORMAT_H

#include "chain/chain.h"
#include "seal/seal.h"

enum roll_format_kind { ROLL_KEYS, ROLL_TERMINAL, ROLL_RETIREMENT, ROLL_EARLIER };
enum { ROLL_FORMAT_KINDS = 4, ROLL_FORMAT_LABEL_BYTES = 10 };

/* roll_format_words: of each kind. */
extern const char *const roll_format_words[ROLL_FORMAT_KINDS];

/* roll_format_hash(line, out_hash): of a whole line, without its end, by which the next one
 * names it. */
void roll_format_hash(struct span line, unsigned char out_hash[CHAIN_HASH_BYTES]);

/* roll_format_message(json, out_message): what is signed for the statement `json`; lent from
 * `out_message`. */
struct span roll_format_message(
    struct span json,
    unsigned char out_message[ROLL_FORMAT_LABEL_BYTES + CHAIN_HASH_BYTES]);

#endif
