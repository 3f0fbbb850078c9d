/* The assessment of the office, read by the first who asks: reading takes longer than most of what
 * is done with it. */
#include "app/desk/office/office.h"

#include "app/desk/office/assessment_files.h"

enum status office_assessment(struct office *office,
                              const struct assessment **out_assessment)
{
    if (!office->assessment) {
        struct file_set set = file_set_init(&office->arena);
        struct assessment *assessment;
        const enum status status = assessment_files_read(
            &set, office_path(office, "assessment"), NULL, &assessment);
        if (status != OK)
            return status;
        assessment_files_fill(office, assessment);
        office->assessment = assessment;
    }
    *out_assessment = office->assessment;
    return OK;
}
