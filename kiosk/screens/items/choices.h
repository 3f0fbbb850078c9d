/* choices: the cards of a question with options, one below the other, in shown order. */
#ifndef SCREENS_ITEMS_CHOICES_H
#define SCREENS_ITEMS_CHOICES_H

#include "screens/items/question.h"

/* choices_view(question, is_chosen): one card an option; is_chosen[option] marks the chosen. */
void choices_view(const struct question *question, const unsigned char *is_chosen);

#endif
