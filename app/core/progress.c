/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * progress.c - what is complete, and what is still lacking.
 *
 * The caller counts over the questions that a module has now: an answer to a
 * question that was removed or rewritten since does not count. Somebody who
 * was right once stays right, also after practising again with a mistake.
 */
#include "core/progress.h"

struct module_facts
progress_count(
    const struct question_facts *questions, size_t count, bool is_read)
{
	struct module_facts facts = {
	    .is_read = is_read, .question_count = (int)count};

	for (size_t i = 0; i < count; i++) {
		facts.answered_count += questions[i].attempts > 0;
		facts.right_count += questions[i].is_right_once;
		facts.right_first_count += questions[i].is_right_first;
	}
	return facts;
}

struct module_progress
progress_of_module(struct module_facts f)
{
	struct module_progress p = {
	    .state = PROGRESS_BUSY,
	    .must_read = !f.is_read,
	    .open_count = f.question_count - f.right_count,
	    .try_count = f.answered_count - f.right_count,
	    .score = f.right_first_count,
	    .score_max = f.question_count,
	};

	if (!p.must_read && p.open_count == 0)
		p.state = PROGRESS_COMPLETE;
	else if (!f.is_read && f.answered_count == 0)
		p.state = PROGRESS_NONE;
	return p;
}

enum progress_state
progress_of_casus(struct casus_facts f)
{
	if (f.is_handed_in)
		return PROGRESS_COMPLETE;
	return f.is_begun ? PROGRESS_BUSY : PROGRESS_NONE;
}

static void
count_part(struct course_progress *p, enum progress_state part, int *open)
{
	p->part_count++;
	if (part == PROGRESS_COMPLETE)
		p->complete_count++;
	else
		++*open;
	if (part != PROGRESS_NONE)
		p->state = PROGRESS_BUSY;
}

struct course_progress
progress_of_course(const struct module_facts *modules, size_t module_count,
    const struct casus_facts *casussen, size_t casus_count)
{
	struct course_progress p = {.state = PROGRESS_NONE};

	for (size_t i = 0; i < module_count; i++)
		count_part(&p, progress_of_module(modules[i]).state,
		    &p.open_module_count);
	for (size_t i = 0; i < casus_count; i++)
		count_part(
		    &p, progress_of_casus(casussen[i]), &p.open_casus_count);
	if (p.part_count > 0 && p.complete_count == p.part_count)
		p.state = PROGRESS_COMPLETE;
	return p;
}
