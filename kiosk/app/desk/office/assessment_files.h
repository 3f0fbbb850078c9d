/* assessment_files: the assessment of the desk: its files for signing, its hash for records. */
#ifndef APP_DESK_OFFICE_ASSESSMENT_FILES_H
#define APP_DESK_OFFICE_ASSESSMENT_FILES_H

#include "app/desk/office/file_set.h"
#include "base/buffer.h"

struct office;

/* assessment_files_read(set, folder, out, out_assessment):
 * Adds the files of the assessment in `folder` to `set` as "assessment/..." and reads them; the
 * hash by which records name it is in the assessment. Faults are listed in `out`, one a line;
 * STATUS_BAD_INPUT when one of them is an error. `out` is NULL where results are read and no
 * assessment is made ready for people: faults are dropped, and lint_assessment is not asked. */
must_check enum status assessment_files_read(struct file_set *set, const char *folder,
                                             struct buffer *out,
                                             struct assessment **out_assessment);

/* assessment_files_take(set, folder, files, count, out, out_assessment): the same for `count`
 * `files` that lie in `folder`, or will. */
must_check enum status assessment_files_take(struct file_set *set, const char *folder,
                                             const struct assessment_file *files,
                                             size_t count, struct buffer *out,
                                             struct assessment **out_assessment);

/* assessment_files_pictures(arena, assessment, faults): adds to `faults` each picture that a
 * terminal could not show; `arena` is for the reading. */
void assessment_files_pictures(struct arena *arena, const struct assessment *assessment,
                               struct fault_list *faults);

/* assessment_files_fill(office, assessment): puts the organization's own words, its name and what
 * it calls its customers, into the texts of `assessment`; for whoever shows them. */
void assessment_files_fill(struct office *office, struct assessment *assessment);

#endif
