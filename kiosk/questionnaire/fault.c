#include "questionnaire/fault.h"

struct fault_list fault_list_init(struct arena *arena)
{
    return (struct fault_list){.arena = arena};
}

/* Errors have room of their own, so that many small remarks cannot hide one. */
bool is_fault_kept(const struct fault_list *list, enum fault_weight weight)
{
    if (weight == FAULT_ERROR)
        return list->error_count < FAULTS_MAX;
    return list->count - list->error_count < FAULTS_MAX;
}

void fault_add(struct fault_list *list, struct fault fault)
{
    const bool is_kept = is_fault_kept(list, fault.weight);
    list->count++;
    list->error_count += fault.weight == FAULT_ERROR;
    if (!is_kept)
        return;
    struct fault *copy = arena_new(list->arena, struct fault);
    *copy = fault;
    copy->next = NULL;
    if (list->last)
        list->last->next = copy;
    else
        list->first = copy;
    list->last = copy;
}

static const char *weight_word(enum fault_weight weight)
{
    switch (weight) {
    case FAULT_NOTE:
        return "note";
    case FAULT_WARNING:
        return "warning";
    case FAULT_ERROR:
        return "error";
    }
    return "";
}

static void put_line(const struct fault *fault, struct buffer *buffer)
{
    buffer_add(buffer, fault->file);
    if (fault->line)
        buffer_format(buffer, ":%zu:%zu", fault->line, fault->column);
    buffer_format(buffer, ": %s: ", weight_word(fault->weight));
    buffer_add(buffer, fault->what);
    if (fault->key.count) {
        buffer_text(buffer, " (");
        buffer_add(buffer, fault->key);
        buffer_text(buffer, ")");
    }
    buffer_text(buffer, ".");
    if (fault->hint.count) {
        buffer_text(buffer, " ");
        buffer_add(buffer, fault->hint);
    }
    buffer_text(buffer, "\n");
}

void fault_list_text(const struct fault_list *list, struct buffer *buffer)
{
    size_t kept = 0;
    for (const struct fault *fault = list->first; fault; fault = fault->next, kept++)
        put_line(fault, buffer);
    if (kept < list->count)
        buffer_format(buffer, "%zu more are not listed.\n", list->count - kept);
}
