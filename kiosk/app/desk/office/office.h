/* office: the folder of the organization on the desk, and the documents in it that hold no
 * secret.
 *
 *   organization.json  keyset.json  invitations.json  sequence  archive.db  roll.jsonl
 *   people.jsonl  ends.jsonl  archive.mark  log.head  log.reserve  seen.jsonl
 *   keys/              organization.pub, signing.key, LABEL.key
 *   assessment/        the questionnaires
 *   vacancies/ID.json  profiles/ID.json  terminals/ID.json  norms/NAME.json
 *
 * It is found as git finds its own: the current folder, or one above it, or --org. */
#ifndef APP_DESK_OFFICE_OFFICE_H
#define APP_DESK_OFFICE_OFFICE_H

#include "setup/config.h"
#include "setup/organization.h"
#include "setup/vacancy.h"
#include "seal/seal.h"
#include "store/archive.h"

#include <stdbool.h>

/* What a command does with the office. Only one at a time may change it. */
enum office_need { OFFICE_NONE, OFFICE_READ, OFFICE_CHANGE };

enum office_notice {
    OFFICE_NOTE,    /* about this machine */
    OFFICE_WARNING, /* about what was found */
    OFFICE_ASIDE,   /* beside what is put out */
};

/* Who works here: takes what is put out, and is told what happens meanwhile. The office and the
 * operations on it print nothing themselves. */
struct office_listener {
    enum status (*on_output)(void *context, struct span bytes);
    void (*on_notice)(void *context, enum office_notice kind, struct span words);
    /* of work that takes long: `done` of `all` (0: not known) `what`; equal at the end */
    void (*on_progress)(void *context, const char *what, size_t done, size_t all);
    void *context;
    bool is_on_screen; /* what is put out, a person sees at once */
};

struct office {
    struct arena arena; /* as long as the command */
    const char *folder;
    struct organization *organization;
    struct archive *archive;             /* opened when it is first asked for */
    const struct assessment *assessment; /* read when it is first asked for */
    const struct roll
        *roll; /* what is signed for, read when it is first asked for: trust/roll.h */
    const struct signed_rows_formers *
        formers; /* keys that signed before, known once the roll is read: signed_rows.h */
    bool
        is_key_changing; /* by whoever finishes a change of the signing key: next_key.h */
    const struct ends
        *ends; /* what ended, or must not yet, read as the roll: ends/ends.h */
    const struct staff
        *staff; /* the people of the desk, read as the roll: staff/staff.h */
    const struct form_earlier *earlier; /* forms that were asked for: form_earlier.h */
    struct once *once;                  /* what was read to be compared: once/once.h */
    int lock; /* descriptor that keeps others from changing it; -1: none */
    const struct office_listener *listener; /* NULL: nobody */
    bool is_swap_told;
};

/* office_open(folder, need, office):
 * Finds the office at `folder` (NULL: here or above), reads organization.json, and for
 * OFFICE_CHANGE keeps other commands from changing it meanwhile. OFFICE_NONE opens no more than
 * the arena. STATUS_NOT_FOUND with the way to make one, STATUS_NO_ACCESS while another command
 * changes it. office_close(office): harmless on a zeroed one. */
must_check enum status office_open(const char *folder, enum office_need need,
                                   struct office *office);
void office_close(struct office *office);

/* office_change_begin(office), office_change_end(office): the same for an office that was opened
 * to read: nobody else changes it until the end. Waits two seconds for others; then
 * STATUS_NO_ACCESS. */
must_check enum status office_change_begin(struct office *office);
void office_change_end(struct office *office);

/* office_put(office, bytes): gives `bytes` to the listener. office_tell(office, kind, format,
 * ...):
 * tells the listener a sentence. office_progress(office, what, done, all): how far long work is.
 * office_guarded(office, bytes, out_arena): makes `out_arena` guarded memory for secrets and
 * answers, and tells once when the system cannot keep it out of swap. */
must_check enum status office_put(const struct office *office, struct span bytes);
void office_tell(struct office *office, enum office_notice kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void office_progress(const struct office *office, const char *what, size_t done,
                     size_t all);
must_check enum status office_guarded(struct office *office, size_t bytes,
                                      struct arena *out_arena);

/* office_path(office, name): the path of the file `name` of the office. */
const char *office_path(struct office *office, const char *name);

/* office_read(office, name, max_bytes, out_bytes), office_write(office, name, bytes):
 * The file `name` as a whole, of at most `max_bytes`; and back, whole or not at all. Of what is
 * signed for by its content (once/once.h) the first look counts. */
must_check enum status office_read(struct office *office, const char *name,
                                   size_t max_bytes, struct span *out_bytes);
must_check enum status office_write(struct office *office, const char *name,
                                    struct span bytes);

/* office_archive(office, out_archive): the archive, opened once and closed with the office. Of its
 * terminals only those count that the organization has signed for (trust/roll.h); where nothing is
 * signed yet, the listener is warned. What ended (ends/ends.h) is not given out, whatever stands in
 * the file; where the file is older than what was signed, the listener is warned. */
must_check enum status office_archive(struct office *office,
                                      struct archive **out_archive);

/* office_assessment(office, out_assessment): the assessment in assessment/, with the organization's
 * own words in its texts, as it was when it was first asked for. Fails as assessment_files_read
 * does without `out`. */
must_check enum status office_assessment(struct office *office,
                                         const struct assessment **out_assessment);

/* office_keyset(office, out_keyset, out_bytes), office_invitations(office, out_invitations):
 * These documents; `out_bytes` (may be NULL) is the file as it stands. */
must_check enum status office_keyset(struct office *office, struct keyset **out_keyset,
                                     struct span *out_bytes);
must_check enum status office_invitations(struct office *office,
                                          struct invitations **out_invitations);

/* office_sequence(office, out_sequence): the number of the configuration that was given out last,
 * from 1; 0 before the first. */
must_check enum status office_sequence(struct office *office, int64_t *out_sequence);

/* office_vacancy(office, id, out_vacancy), office_put_vacancy(office, vacancy):
 * The vacancy `id`; STATUS_NOT_FOUND with those that are there. A draft says of the organization
 * what that says now. And back into its file. */
must_check enum status office_vacancy(struct office *office, struct span id,
                                      struct vacancy **out_vacancy);
must_check enum status office_put_vacancy(struct office *office,
                                          const struct vacancy *vacancy);

/* office_open_vacancies(office, out_ids, out_count): the ids of those that are open, whose
 * candidates have read what they say. */
must_check enum status office_open_vacancies(struct office *office, struct span **out_ids,
                                             size_t *out_count);

/* office_remove(office, name): removes the file `name`, which is there. */
must_check enum status office_remove(struct office *office, const char *name);

/* office_profile(office, name, out_basis): the profile in the file `name`. */
must_check enum status office_profile(struct office *office, const char *name,
                                      struct basis **out_basis);

/* office_name(office, folder, id): the name of the file of `id` in `folder`, such as
 * "vacancies/ID.json". office_names(office, folder, out_names, out_count): the names in `folder`
 * that end in ".json", without that ending, sorted; none when there is no such folder. */
const char *office_name(struct office *office, const char *folder, struct span id);
must_check enum status office_names(struct office *office, const char *folder,
                                    struct span **out_names, size_t *out_count);

#endif
