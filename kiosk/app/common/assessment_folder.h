/* assessment_folder: the files of an assessment as they lie in a plain folder, for authors. The
 * kiosk does not use it: it takes only files that its signed manifest names. */
#ifndef APP_COMMON_ASSESSMENT_FOLDER_H
#define APP_COMMON_ASSESSMENT_FOLDER_H

#include "assessment/assessment.h"

/* assessment_folder_read(arena, path, out_files, out_count):
 * assessment.json, all *.osd and all pictures/ *.picture in the folder `path`, with names relative
 * to it, in `arena`. STATUS_NOT_FOUND and the other statuses of file_read. */
must_check enum status assessment_folder_read(struct arena *arena, const char *path,
                                              struct assessment_file **out_files,
                                              size_t *out_count);

#endif
