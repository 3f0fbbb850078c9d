#include "questionnaire/item_fault.h"

void item_fault(struct fault_list *faults, const struct questionnaire *questionnaire,
                const struct item *item, enum fault_weight weight, struct span what,
                const char *hint)
{
    fault_add(faults, (struct fault){.weight = weight,
                                     .file = questionnaire->file,
                                     .line = item ? item->line : 0,
                                     .column = item ? item->column : 0,
                                     .key = item ? item->id : (struct span){0},
                                     .what = what,
                                     .hint = span_of(hint)});
}
