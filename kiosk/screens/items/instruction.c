#include "screens/items/question.h"

void instruction_view(const struct question *question)
{
    struct sheet *sheet = question->sheet;
    sheet->body->justify = ALIGN_CENTER;
    if (question->item->head_key.count)
        sheet_heading(sheet, question_text(question, question->item->head_key));
    sheet_text(sheet, "text", question_text(question, question->item->text_key))
        ->is_spoken_first = 1;
}
