#include "interview/interview_bank.h"

bool is_interview_bank_file(struct span name)
{
    static const char bank[] = "questions.json";
    const size_t count = sizeof bank - 1;
    return name.count >= count &&
           is_span(span_cut(name, name.count - count, count), bank) &&
           (name.count == count || name.data[name.count - count - 1] == '/');
}

struct span interview_bank_text(const struct interview_bank *bank, struct span language,
                                struct span key)
{
    return questionnaire_text(bank->words, language, SPAN(""), key);
}

const struct interview_question **interview_bank_list(struct arena *arena,
                                                      const struct interview_bank *bank,
                                                      struct span topic,
                                                      size_t *out_count)
{
    const struct interview_question **list =
        arena_array(arena, const struct interview_question *, bank->count);
    *out_count = 0;
    for (size_t i = 0; i < bank->count; i++)
        if (is_span_equal(bank->questions[i].topic, topic))
            list[(*out_count)++] = &bank->questions[i];
    return list;
}
