/* signed_vacancy: what an open vacancy asks for is fixed. The first configuration that gives it out
 * signs for it in the roll: whoever can write to vacancies/ must not change what the next person is
 * compared with. */
#ifndef APP_DESK_OFFICE_TRUST_SIGNED_VACANCY_H
#define APP_DESK_OFFICE_TRUST_SIGNED_VACANCY_H

#include "app/desk/office/trust/roll_write.h"

/* signed_vacancy_check(office, vacancy): STATUS_FORGED when `vacancy`, which is open, is not the
 * one that was signed for; OK when none was yet. signed_vacancy_news(office,
 * out_lines, out_count): a few words for each open vacancy that nobody signed for yet.
 * signed_vacancy_write(office, roll, write): adds
 * a row for each open vacancy of which `roll` has none. */
must_check enum status signed_vacancy_check(struct office *office,
                                            const struct vacancy *vacancy);
must_check enum status signed_vacancy_news(struct office *office, struct span **out_lines,
                                           size_t *out_count);
must_check enum status signed_vacancy_write(struct office *office,
                                            const struct roll *roll,
                                            struct roll_write *write);

#endif
