/* read: documents for tests, from files of the source tree or from text. */
#ifndef KIT_READ_H
#define KIT_READ_H

#include "base/file.h"
#include "base/folder.h"
#include "assessment/assessment.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* read_folder(arena, path, out_files): the files of an assessment folder; returns how many. */
static inline size_t read_folder(struct arena *arena, const char *path,
                                 struct assessment_file **out_files)
{
    static const char *const folders[] = {"", "pictures"};
    static const char *const suffixes[] = {".osd", ".picture"};
    struct assessment_file *files = arena_array(arena, struct assessment_file, 100);
    size_t count = 0;
    files[count++].name = SPAN("assessment.json");
    for (size_t i = 0; i < 2; i++) {
        struct span *names;
        size_t name_count;
        if (folder_list(arena, file_path(arena, path, folders[i]), suffixes[i], &names,
                        &name_count) != OK)
            abort();
        for (size_t j = 0; j < name_count; j++)
            files[count++].name =
                i ? span_format(arena, "pictures/%.*s", SPAN_ARGS(names[j])) : names[j];
    }
    for (size_t i = 0; i < count; i++)
        if (file_read(arena, file_path(arena, path, span_text(arena, files[i].name)),
                      QUESTIONNAIRE_BYTES_MAX, &files[i].bytes) != OK)
            abort();
    *out_files = files;
    return count;
}

/* read_faults(list): prints what `list` holds, for a failing test. */
static inline void read_faults(const struct fault_list *list)
{
    struct buffer buffer = buffer_init(list->arena, 1 << 20);
    fault_list_text(list, &buffer);
    fprintf(stderr, "%.*s", SPAN_ARGS(buffer_span(&buffer)));
}

/* read_text(arena, items, rest, out_faults): the questionnaire whose items are the JSON `items` and
 * whose definition goes on with `rest` ("" or ", \"scoring\": ..."); faults in `out_faults`. */
static inline struct questionnaire *read_text(struct arena *arena, const char *items,
                                              const char *rest,
                                              struct fault_list *out_faults)
{
    struct questionnaire *questionnaire = NULL;
    const struct span text = span_format(
        arena,
        "{\"definition\": {\"scale_info\": {\"name\": \"T\", \"code\": \"T\"}, "
        "\"items\": [%s]%s}, \"translations\": {\"en\": {\"q\": \"Question\"}}}",
        items, rest);
    *out_faults = fault_list_init(arena);
    (void)(questionnaire_read(arena, SPAN("test"), text, out_faults, &questionnaire) ==
           OK);
    return questionnaire;
}

/* has_fault(list, weight, what): a fault of `weight` whose sentence holds `what`. */
static inline bool has_fault(const struct fault_list *list, enum fault_weight weight,
                             const char *what)
{
    for (const struct fault *fault = list->first; fault; fault = fault->next)
        if (fault->weight == weight &&
            memmem(fault->what.data, fault->what.count, what, strlen(what)))
            return 1;
    return 0;
}

#endif
