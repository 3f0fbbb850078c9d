/* keeper_ask: the keeper as whoever shows the screens asks it, in another process or in this
 * one, by the same messages. What it is asked is done when the answer comes, and durable where
 * keeper.h says so. Each fails as what it asks for does, and with STATUS_NO_LEDGER when whoever
 * was asked has ended: then it may be done or not, and the keeper that is there now knows no
 * person (vault.h). STATUS_UNSUPPORTED: who is asked is of another version. */
#ifndef APP_TERMINAL_KEEPER_KEEPER_ASK_H
#define APP_TERMINAL_KEEPER_KEEPER_ASK_H

#include "app/terminal/keeper/keeper_draft.h"
#include "screens/staff/staff.h"

struct keeper_port {
    struct arena room;     /* guarded: questions and small answers */
    int socket;            /* to the process of the keeper; 0: it is this one */
    struct keeper *keeper; /* then */
    struct arena service;  /* guarded; then for its work */
    uint32_t number;       /* of the last question */
    bool is_cut;           /* nobody will answer any more */
    bool is_other; /* since who answers now is of another version (keeper_message.h) */
    bool has_answered; /* somebody of this version has */
    bool is_begun; /* keeper_ask_begin_open has asked, and nobody has heard the answer */
};

/* keeper_ask_init(socket, keeper, port): asks the process behind `socket`, or, where that is 0,
 * `keeper` (kept), whose folders are set. keeper_ask_done(port): gives the memory back; a zeroed
 * port is fine. STATUS_IO without memory. */
must_check enum status keeper_ask_init(int socket, struct keeper *keeper,
                                       struct keeper_port *port);
void keeper_ask_done(struct keeper_port *port);

/* Who the device is, and how much guarded memory its process has. */
struct keeper_ask_device {
    unsigned char id[CHAIN_ID_BYTES], key[CHAIN_PUBLIC_KEY_BYTES];
    struct arena_guards guards;
};

/* keeper_ask_begin_open(port): asks for what keeper_ask_open does, which has to come next, and does
 * not wait: another process opens its files while this one does something else. Nothing where the
 * keeper is this process, or was asked so before.
 * keeper_ask_open(port, out_device): keeper_open, for the folders that the keeper was started
 * with. */
void keeper_ask_begin_open(struct keeper_port *port);
must_check enum status keeper_ask_open(struct keeper_port *port,
                                       struct keeper_ask_device *out_device);
/* keeper_ask_adopt(port, config): keeper_adopt_folder, when that is `config`. */
must_check enum status keeper_ask_adopt(struct keeper_port *port,
                                        const struct config *config);
/* keeper_ask_trust(port): keeper_trust. */
must_check enum status keeper_ask_trust(struct keeper_port *port);
/* keeper_ask_expire(port, moment, is_whole): keeper_expire. */
must_check enum status keeper_ask_expire(struct keeper_port *port, struct moment moment,
                                         bool is_whole);
/* keeper_ask_count(port, out_count): keeper_count_drafts. */
must_check enum status keeper_ask_count(struct keeper_port *port, size_t *out_count);
/* keeper_ask_space(port): ready_space of the data folder. */
must_check enum status keeper_ask_space(struct keeper_port *port);
/* keeper_ask_find(port, work, typed, moment, out_found): keeper_find, its texts in `work`
 * (guarded). */
must_check enum status keeper_ask_find(struct keeper_port *port, struct arena *work,
                                       struct span typed, struct moment moment,
                                       struct keeper_found *out_found);
/* keeper_ask_knows(port, typed): keeper_knows. */
must_check enum status keeper_ask_knows(struct keeper_port *port, struct span typed);
/* keeper_ask_resume(port, ticket, record_id, out_place): keeper_resume. */
must_check enum status keeper_ask_resume(struct keeper_port *port, struct span ticket,
                                         const unsigned char *record_id,
                                         struct keeper_place *out_place);
/* keeper_ask_rows(port, work, from, out_page): keeper_draft_rows, built in `work`. */
must_check enum status keeper_ask_rows(struct keeper_port *port, struct arena *work,
                                       uint64_t from, struct keeper_draft_page *out_page);
/* keeper_ask_begin(port, record_id, moment, out_key): keeper_draft_begin; `out_key` is guarded. */
must_check enum status keeper_ask_begin(struct keeper_port *port,
                                        const unsigned char record_id[CHAIN_ID_BYTES],
                                        struct moment moment,
                                        unsigned char out_key[DRAFT_KEY_BYTES]);
/* keeper_ask_put(port, row, moment), keeper_ask_replace(port, row, moment): keeper_draft_put,
 * keeper_draft_replace. */
must_check enum status keeper_ask_put(struct keeper_port *port,
                                      const struct drafts_row *row, struct moment moment);
must_check enum status keeper_ask_replace(struct keeper_port *port,
                                          const struct drafts_row *row,
                                          struct moment moment);
/* keeper_ask_locate(port), keeper_ask_erase(port): keeper_draft_locate, keeper_draft_erase. */
must_check enum status keeper_ask_locate(struct keeper_port *port);
must_check enum status keeper_ask_erase(struct keeper_port *port);
/* keeper_ask_append(port, type, moment, payload, out_hash): keeper_append, by this program. */
must_check enum status keeper_ask_append(struct keeper_port *port, enum header_type type,
                                         struct moment moment, struct span payload,
                                         unsigned char out_hash[CHAIN_HASH_BYTES]);
/* keeper_ask_slip(port, sealed): keeper_slip_put. */
must_check enum status keeper_ask_slip(struct keeper_port *port, struct span sealed);
/* keeper_ask_staff_open(port, typed, moment, out_pin, out_wait_s): keeper_staff_open, with at most
 * STAFF_PIN_MAX digits. keeper_ask_staff_close(port): keeper_staff_close.
 * keeper_ask_staff_do(port, arena, wish, out_done): keeper_staff_do, its words in `arena`.
 * keeper_ask_staff_facts(port, out_facts): keeper_staff_facts.
 * keeper_ask_staff_ready(port, arena, out_text, out_wrong_count): keeper_doctor_text, of at most
 * KEEPER_READY_MAX_BYTES, in `arena`. */
must_check enum status keeper_ask_staff_open(struct keeper_port *port, struct span typed,
                                             struct moment moment,
                                             enum staff_pin *out_pin,
                                             int64_t *out_wait_s);
void keeper_ask_staff_close(struct keeper_port *port);
must_check enum status keeper_ask_staff_do(struct keeper_port *port, struct arena *arena,
                                           const struct staff_wish *wish,
                                           struct staff_done *out_done);
must_check enum status keeper_ask_staff_facts(struct keeper_port *port,
                                              struct staff_facts *out_facts);
enum { KEEPER_READY_MAX_BYTES = 16 * 1024 };
must_check enum status keeper_ask_staff_ready(struct keeper_port *port,
                                              struct arena *arena, struct span *out_text,
                                              size_t *out_wrong_count);
/* keeper_ask_forget(port): keeper_forget; a keeper that has ended has forgotten, too. */
void keeper_ask_forget(struct keeper_port *port);

#endif
