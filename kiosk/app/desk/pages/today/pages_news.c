#include "app/desk/pages/today/pages_news.h"

#include "app/desk/office/trust/signed_news.h"
#include "app/desk/pages/today/pages_steps.h"

enum status pages_news(struct pages_turn *turn, struct span **out_lines,
                       size_t *out_count)
{
    struct office *office = &turn->operation->office;
    const struct assessment *assessment;
    const struct roll *roll;
    *out_count = 0;
    enum status status = roll_read(office, &roll);
    if (status != OK || !pages_steps_terminals(roll))
        return status;
    status = office_assessment(office, &assessment);
    return status == OK ? signed_news_list(office, assessment, out_lines, out_count)
                        : status;
}
