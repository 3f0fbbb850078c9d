/* report_topics: which topics of a person are worth a question. */
#ifndef REPORT_REPORT_TOPICS_H
#define REPORT_REPORT_TOPICS_H

#include "report/report_source.h"

/* report_topics_chosen(source): for each of source->rows whether to ask about it, by how much it
 * counts and how surely person and organization differ, and one that may matter to both. */
bool *report_topics_chosen(const struct report_source *source);

#endif
