/* inst: a text to read, without an answer. */
#include "screens/items/question.h"

void instruction_view(const struct question *question)
{
    struct screen_page *page = question->page;
    page->body->justify = ALIGN_CENTER;
    if (question->item->head_key.count)
        screen_page_heading(page, question_text(question, question->item->head_key));
    struct node *text =
        screen_page_text(page, "text", question_text(question, question->item->text_key));
    if (text)
        text->is_spoken_first = true;
}

int instruction_step(struct visit *visit, const struct item *item,
                     const struct event *event)
{
    (void)visit, (void)item, (void)event;
    return 0; /* nothing is answered */
}
