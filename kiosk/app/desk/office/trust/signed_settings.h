/* signed_settings: what an owner settles for everybody, and what is neither a key nor a terminal:
 *
 *   organization.json     what people read of the organization, and what guesses cost
 *   questions.json        questions of its own for interviews, where there are any
 *   groups.json           what terminals ask for the audit, where they ask anything
 *   norms/NAME.json       what is usual elsewhere
 *   vacancies/ID.json     of these the days that results are kept, once the vacancy is open
 *
 * The roll says, signed, how all of it was settled last. So whoever can write to the folder cannot
 * give out another contact, ask other questions, compare with other norms, or keep and erase by
 * another time. Folders from before have no such row: what stands there is signed for with
 * their next configuration, which tells it, or by 'resonance organization sign'. */
#ifndef APP_DESK_OFFICE_TRUST_SIGNED_SETTINGS_H
#define APP_DESK_OFFICE_TRUST_SIGNED_SETTINGS_H

#include "app/desk/office/trust/roll_write.h"

/* signed_settings_check(office): STATUS_FORGED, with the file and both ways to mend it, when one of
 * these is not as it was signed for; OK where nothing was signed yet.
 * signed_settings_changes(office, out_lines, out_count): the same as a sentence, without its stop,
 * for each of them; signed_settings_mend(): both ways. */
must_check enum status signed_settings_check(struct office *office);
must_check enum status signed_settings_changes(struct office *office,
                                               struct span **out_lines,
                                               size_t *out_count);
const char *signed_settings_mend(void);

/* signed_settings_news(office, out_lines, out_count): a sentence, without its stop, for each of
 * these that the next signature holds for and the last one does not. */
must_check enum status signed_settings_news(struct office *office,
                                            struct span **out_lines, size_t *out_count);

/* signed_settings_write(office, roll, write): adds a row for what stands there now, unless `roll`
 * says the same. signed_settings_first(write, organization): adds that of a new folder, which
 * has nothing but the bytes of organization.json.
 * signed_settings_sign(office, key): the first of them as a change of its own; nothing where
 * nothing is signed yet, as in folders from before the roll.
 * signed_settings_change(office, key, name, bytes): the file `name`, one of these, becomes
 * `bytes`, or goes where they are empty, and that is signed for; after a failure it is what it
 * was. */
must_check enum status signed_settings_write(struct office *office,
                                             const struct roll *roll,
                                             struct roll_write *write);
void signed_settings_first(struct roll_write *write, struct span organization);
must_check enum status signed_settings_sign(struct office *office,
                                            const struct minisign_key *key);
must_check enum status signed_settings_change(struct office *office,
                                              const struct minisign_key *key,
                                              const char *name, struct span bytes);

#endif
