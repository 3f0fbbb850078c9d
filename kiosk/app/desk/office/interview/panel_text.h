/* panel_text: an interview as the one text that its founder signs and that lies in the archive. */
#ifndef APP_DESK_OFFICE_INTERVIEW_PANEL_TEXT_H
#define APP_DESK_OFFICE_INTERVIEW_PANEL_TEXT_H

#include "chain/chain.h"
#include "interview/interview_panel.h"
#include "seal/age/age_recipient.h"

struct panel_member {
    struct span label, name;
    struct age_recipient recipient;
    unsigned char verify_key[CHAIN_PUBLIC_KEY_BYTES];
    struct span piece; /* sealed to this member */
};

struct panel {
    int64_t number; /* from 1; of the interview */
    unsigned char record_id[CHAIN_ID_BYTES];
    struct span reference, vacancy; /* vacancy: its id, empty when there is none */
    struct span founder;            /* label */
    unsigned char signature[CHAIN_SIGNATURE_BYTES]; /* of the founder, over all else */
    int64_t founded_s;
    struct panel_member *members;
    size_t member_count;
    struct age_recipient *readers; /* of what all have locked: the members among them */
    size_t reader_count;
    struct age_recipient key; /* P */
    struct span guide;        /* sealed to the members and readers */
    struct span guard;        /* a piece, sealed to the guards; empty: there are none */
    struct interview_rating
        *weights; /* of the questions for everybody: `rating` is the weight */
    size_t weight_count;
    unsigned char digest[CHAIN_HASH_BYTES]; /* of all of it */
};

/* panel_text_write(arena, panel): its canonical text, whose hash is the digest.
 * panel_text_read(arena, number, text, out_panel): the interview `number`, borrowed from `text`
 * and `arena`; STATUS_DAMAGED for what panel_text_write has not written. */
struct span panel_text_write(struct arena *arena, const struct panel *panel);
must_check enum status panel_text_read(struct arena *arena, int64_t number,
                                       struct span text, struct panel *out_panel);

#endif
