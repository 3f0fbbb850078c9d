/* signed_news: what a configuration gives out, and its signature holds for, that no signature held
 * for before. Who signs is told it first: whoever can write to the folder may have put it there. */
#ifndef APP_DESK_OFFICE_TRUST_SIGNED_NEWS_H
#define APP_DESK_OFFICE_TRUST_SIGNED_NEWS_H

#include "app/desk/office/trust/roll_write.h"

/* signed_news_list(office, assessment, out_lines, out_count): a few words for each: settings, open
 * vacancies, codes, the form, which is `assessment`.
 * signed_news_write(office, assessment, roll, write): adds the rows for all of them. */
must_check enum status signed_news_list(struct office *office,
                                        const struct assessment *assessment,
                                        struct span **out_lines, size_t *out_count);
must_check enum status signed_news_write(struct office *office,
                                         const struct assessment *assessment,
                                         const struct roll *roll,
                                         struct roll_write *write);

#endif
