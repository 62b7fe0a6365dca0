-- name: plan_reviews
-- The reactions to a version and to the one before it, with what is written
-- beside each passage and that passage as it was then: a row each, one without
-- a passage when there are no remarks. One that is not sent is seen by whoever
-- writes it only. visible_version says who may see the plan.
SELECT r.number, r.reviewer_id, q.name AS reviewer, r.reviewer_id = s.person_id AS is_mine,
       r.round, r.outcome, floor(extract(epoch FROM r.sent_at))::bigint AS sent_s,
       r.opened_at IS NOT NULL AS is_opened,
       review_stamp(r.organisation_id, r.plan_id, r.number, r.reviewer_id, r.round) AS stamp,
       n.passage, n.text, text_stamp(n.text) AS text_stamp, n.answer, n.is_done,
       floor(extract(epoch FROM n.answered_at))::bigint AS answered_s,
       feedback_stamp(n.answer, n.is_done) AS answer_stamp,
       t.value AS was_text, e.code AS was_article, h.value AS hindernis, nullif(u.value, '') AS ruimte, w.value AS afweging,
       e.argument, l.omschrijving AS was_line, a.wat AS was_action
  FROM visible_version($1::bytea, $2::text, $3::text, $4::bigint, $5::integer) v
  JOIN session s ON s.token_hash = $1::bytea AND s.expires_at > now()
  JOIN plan_review r ON r.organisation_id = v.organisation_id AND r.plan_id = v.plan_id
                    AND r.number IN (v.number - 1, v.number)
                    AND (r.sent_at IS NOT NULL OR r.reviewer_id = s.person_id)
  JOIN person q ON q.id = r.reviewer_id
  LEFT JOIN plan_review_note n
         ON n.organisation_id = r.organisation_id AND n.plan_id = r.plan_id
        AND n.number = r.number AND n.reviewer_id = r.reviewer_id AND n.round = r.round
  LEFT JOIN plan_text t
         ON t.organisation_id = r.organisation_id AND t.plan_id = r.plan_id
        AND t.number = r.number AND 'tekst:' || t.field = n.passage
  LEFT JOIN plan_article e
         ON e.organisation_id = r.organisation_id AND e.plan_id = r.plan_id
        AND e.number = r.number AND 'artikel:' || e.code = n.passage AND e.removed_at IS NULL
  LEFT JOIN plan_text h
         ON h.organisation_id = e.organisation_id AND h.plan_id = e.plan_id
        AND h.number = e.number AND h.field = 'hindernis:' || e.code
  LEFT JOIN plan_text u
         ON u.organisation_id = e.organisation_id AND u.plan_id = e.plan_id
        AND u.number = e.number AND u.field = 'ruimte:' || e.code
  LEFT JOIN plan_text w
         ON w.organisation_id = e.organisation_id AND w.plan_id = e.plan_id
        AND w.number = e.number AND w.field = 'afweging:' || e.code
  LEFT JOIN plan_line l
         ON l.organisation_id = r.organisation_id AND l.plan_id = r.plan_id
        AND l.number = r.number AND 'regel:' || l.id = n.passage AND l.removed_at IS NULL
  LEFT JOIN plan_action a
         ON a.organisation_id = r.organisation_id AND a.plan_id = r.plan_id
        AND a.number = r.number AND 'actie:' || a.id = n.passage AND a.removed_at IS NULL
 ORDER BY r.number, r.sent_at NULLS LAST, r.reviewer_id, r.round, n.passage
 LIMIT 1000;

-- name: review_open
-- The maker opens what was sent about a version: noted once, and before it is
-- read, so that it is not taken back while somebody reads it.
UPDATE plan_review r SET opened_at = now()
  FROM visible_version($1::bytea, $2::text, $3::text, NULL, $4::integer) v
 WHERE r.organisation_id = v.organisation_id AND r.plan_id = v.plan_id AND r.number = v.number
   AND r.sent_at IS NOT NULL AND r.opened_at IS NULL;

-- name: review_see
-- The coach sees what was answered. Writes nothing when there is nothing new.
UPDATE plan_review r SET seen_at = now()
  FROM visible_version($1::bytea, $2::text, $3::text, $4::bigint, $5::integer) v
  JOIN session s ON s.token_hash = $1::bytea AND s.expires_at > now()
 WHERE $4::bigint IS NOT NULL AND r.organisation_id = v.organisation_id
   AND r.plan_id = v.plan_id AND r.number = v.number AND r.reviewer_id = s.person_id
   AND EXISTS (SELECT FROM plan_review_note n
                WHERE n.organisation_id = r.organisation_id AND n.plan_id = r.plan_id
                  AND n.number = r.number AND n.reviewer_id = r.reviewer_id AND n.round = r.round
                  AND n.answered_at > coalesce(r.seen_at, '-infinity'));

-- name: review_news
-- What was sent about one's own plans and not opened yet.
SELECT p.course, p.casus, r.number, q.name AS reviewer, r.outcome,
       count(n.passage) FILTER (WHERE n.passage <> 'geheel') AS remarks,
       count(n.passage) FILTER (WHERE n.passage = 'geheel') AS wholes
  FROM session s
  JOIN plan p ON p.organisation_id = s.organisation_id AND p.person_id = s.person_id
  JOIN plan_review r ON r.organisation_id = p.organisation_id AND r.plan_id = p.id
                    AND r.sent_at IS NOT NULL AND r.opened_at IS NULL
  JOIN person q ON q.id = r.reviewer_id
  LEFT JOIN plan_review_note n
         ON n.organisation_id = r.organisation_id AND n.plan_id = r.plan_id
        AND n.number = r.number AND n.reviewer_id = r.reviewer_id AND n.round = r.round
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
 GROUP BY p.course, p.casus, r.number, q.name, r.outcome, r.sent_at
 ORDER BY r.sent_at DESC
 LIMIT 20;

-- name: review_answered
-- The plans of people ($2) in which an answer waits for whoever asked; of one's
-- own plan ($2 NULL): for anybody.
SELECT p.person_id, p.course, p.casus, max(r.number) AS number,
       floor(extract(epoch FROM max(n.answered_at)))::bigint AS answered_s,
       bool_or(r.outcome = 'vraag' AND n.passage = 'geheel') AS is_question
  FROM people($1::bytea, $2::bigint) o
  JOIN session s ON s.token_hash = $1::bytea AND s.expires_at > now()
  JOIN plan p ON p.organisation_id = o.organisation_id AND p.person_id = o.person_id
  JOIN plan_review r ON r.organisation_id = p.organisation_id AND r.plan_id = p.id
                    AND r.sent_at IS NOT NULL
                    AND ($2::bigint IS NULL OR r.reviewer_id = s.person_id)
  JOIN plan_review_note n
         ON n.organisation_id = r.organisation_id AND n.plan_id = r.plan_id
        AND n.number = r.number AND n.reviewer_id = r.reviewer_id AND n.round = r.round
        AND n.answered_at > coalesce(r.seen_at, '-infinity')
 GROUP BY p.person_id, p.course, p.casus
 LIMIT 2000;

-- name: review_put
SELECT put_review_note($1::bytea, $2::text, $3::text, $4::bigint, $5::integer, $6::text, $7::text,
                       $8::text) AS outcome;

-- name: review_send
SELECT send_plan_review($1::bytea, $2::text, $3::text, $4::bigint, $5::integer, $6::integer,
                        $7::text, $8::text, $9::text, $10::text) AS outcome;

-- name: review_take_back
SELECT take_back_review($1::bytea, $2::text, $3::text, $4::bigint, $5::integer, $6::integer) AS outcome;

-- name: review_answer
SELECT answer_review_note($1::bytea, $2::text, $3::text, $4::integer, $5::bigint, $6::integer,
                          $7::text, $8::text, $9::text, $10::boolean) AS outcome;
