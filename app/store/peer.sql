-- name: peer_news
-- Per case what reading each other asks of whoever holds this session: is it
-- open, was a plan handed in, how many plans there are to read and were sent,
-- and how many readers wrote something that was not opened yet.
SELECT k.course, k.casus, k.is_open, k.handed_in, k.dealt, k.sent, k.received, k.unseen
  FROM (
    SELECT p.course, p.casus,
           EXISTS (SELECT FROM peer_round r
                     JOIN team_person t ON t.organisation_id = r.organisation_id
                      AND t.team_id = r.team_id AND t.person_id = s.person_id AND NOT t.is_coach
                    WHERE r.organisation_id = s.organisation_id AND r.course = p.course
                      AND r.casus = p.casus AND r.closed_at IS NULL) AS is_open,
           EXISTS (SELECT FROM plan_version v
                    WHERE v.organisation_id = p.organisation_id AND v.plan_id = p.id
                      AND v.handed_in_at IS NOT NULL) AS handed_in,
           mine.dealt, mine.sent, got.received, got.unseen
      FROM session s
      JOIN plan p ON p.organisation_id = s.organisation_id AND p.person_id = s.person_id
     CROSS JOIN LATERAL (
       SELECT count(*) AS dealt, count(j.sent_at) AS sent
         FROM dealt_to($1::bytea, p.course, p.casus) d
         LEFT JOIN peer_judgement j ON j.organisation_id = d.organisation_id
          AND j.plan_id = d.plan_id AND j.number = d.number
          AND j.writer_id = d.reader_id) mine
     CROSS JOIN LATERAL (
       SELECT count(*) AS received, count(*) FILTER (WHERE j.seen_at IS NULL) AS unseen
         FROM peer_judgement j
        WHERE j.organisation_id = p.organisation_id AND j.plan_id = p.id
          AND j.writer_id <> p.person_id AND j.sent_at IS NOT NULL) got
     WHERE s.token_hash = $1::bytea AND s.expires_at > now()
       AND ($2::text IS NULL OR p.course = $2::text AND p.casus = $3::text)) k
 WHERE k.is_open OR k.dealt > 0 OR k.received > 0
 ORDER BY k.course, k.casus
 LIMIT 100;

-- name: peer_deal
SELECT deal_peer_plans($1::bytea, $2::text, $3::text) AS count;

-- name: peer_dealt
-- The plans that were dealt to whoever asks, and what their makers said back.
SELECT d.slot, d.maker_id, d.reader_number, r.helped, r.answer,
       floor(extract(epoch FROM j.saved_at))::bigint AS saved_s,
       floor(extract(epoch FROM j.sent_at))::bigint AS sent_s
  FROM dealt_to($1::bytea, $2::text, $3::text) d
  LEFT JOIN peer_judgement j ON j.organisation_id = d.organisation_id AND j.plan_id = d.plan_id
   AND j.number = d.number AND j.writer_id = d.reader_id
  LEFT JOIN peer_reply r ON r.organisation_id = d.organisation_id AND r.plan_id = d.plan_id
   AND r.number = d.number AND r.reader_id = d.reader_id
 ORDER BY d.slot
 LIMIT 2;

-- name: peer_own
-- What whoever asks wrote in slot $4 (0: about one's own plan), a row a field;
-- one row without a field when nothing was written yet.
SELECT t.number, t.writer_id, w.field, w.value, text_stamp(w.value) AS stamp,
       floor(extract(epoch FROM j.saved_at))::bigint AS saved_s,
       floor(extract(epoch FROM j.sent_at))::bigint AS sent_s
  FROM peer_target($1::bytea, $2::text, $3::text, $4::integer) t
  LEFT JOIN peer_judgement j ON j.organisation_id = t.organisation_id AND j.plan_id = t.plan_id
   AND j.number = t.number AND j.writer_id = t.writer_id
  LEFT JOIN peer_word w ON w.organisation_id = j.organisation_id AND w.plan_id = j.plan_id
   AND w.number = j.number AND w.writer_id = j.writer_id
 LIMIT 100;

-- name: peer_save
SELECT outcome, floor(extract(epoch FROM saved))::bigint AS saved_s, stamps::text
  FROM put_peer_words($1::bytea, $2::text, $3::text, $4::integer, $5::text[], $6::text[],
                      $7::text[], $8::boolean);

-- name: peer_received
-- What readers sent about one's own plan, a row a field, with what was said
-- back. Who the readers are is not among it, but for what opens their texts.
SELECT r.number, r.writer_id, r.reader_number, w.field, w.value, b.helped, b.answer,
       r.maker_id
  FROM peer_received($1::bytea, $2::text, $3::text) r
  JOIN peer_word w ON w.organisation_id = r.organisation_id AND w.plan_id = r.plan_id
   AND w.number = r.number AND w.writer_id = r.writer_id
  LEFT JOIN peer_reply b ON b.organisation_id = r.organisation_id AND b.plan_id = r.plan_id
   AND b.number = r.number AND b.reader_id = r.writer_id
 ORDER BY r.reader_number, w.field
 LIMIT 2000;

-- name: peer_see
-- The maker opens what was sent: from then on it is not new.
UPDATE peer_judgement j SET seen_at = now()
  FROM peer_received($1::bytea, $2::text, $3::text) r
 WHERE j.organisation_id = r.organisation_id AND j.plan_id = r.plan_id AND j.number = r.number
   AND j.writer_id = r.writer_id AND j.seen_at IS NULL;

-- name: peer_reply
SELECT put_peer_reply($1::bytea, $2::text, $3::text, $4::integer, $5::boolean, $6::text) AS outcome;

-- name: peer_round
SELECT set_peer_round($1::bytea, $2::text, $3::text, $4::bigint, $5::boolean) AS is_open;

-- name: peer_rounds
-- Per team that the asker coaches and case: is reading open, how many handed
-- in, how many readers have a plan and how many judgements were sent.
SELECT t.id AS team_id, t.name AS team, k.course, k.casus, k.is_open, k.handed_in, k.dealt, k.sent
  FROM session s
  JOIN team_person mine ON mine.organisation_id = s.organisation_id
   AND mine.person_id = s.person_id AND mine.is_coach
  JOIN team t ON t.organisation_id = mine.organisation_id AND t.id = mine.team_id
  LEFT JOIN LATERAL (
    SELECT c.course, c.casus,
           EXISTS (SELECT FROM peer_round r
                    WHERE r.organisation_id = t.organisation_id AND r.team_id = t.id
                      AND r.course = c.course AND r.casus = c.casus
                      AND r.closed_at IS NULL) AS is_open,
           c.handed_in,
           (SELECT count(*) FROM peer_deal d
             WHERE d.organisation_id = t.organisation_id AND d.team_id = t.id
               AND d.course = c.course AND d.casus = c.casus) AS dealt,
           (SELECT count(j.sent_at) FROM peer_deal d
              JOIN peer_judgement j ON j.organisation_id = d.organisation_id
               AND j.plan_id = d.plan_id AND j.number = d.number AND j.writer_id = d.reader_id
             WHERE d.organisation_id = t.organisation_id AND d.team_id = t.id
               AND d.course = c.course AND d.casus = c.casus) AS sent
      FROM (
        SELECT x.course, x.casus, sum(x.handed_in) AS handed_in
          FROM (
            SELECT p.course, p.casus, 1 AS handed_in
              FROM team_person m
              JOIN plan p ON p.organisation_id = m.organisation_id AND p.person_id = m.person_id
             WHERE m.organisation_id = t.organisation_id AND m.team_id = t.id AND NOT m.is_coach
               AND EXISTS (SELECT FROM plan_version v
                            WHERE v.organisation_id = p.organisation_id AND v.plan_id = p.id
                              AND v.handed_in_at IS NOT NULL)
             UNION ALL
            SELECT r.course, r.casus, 0 FROM peer_round r
             WHERE r.organisation_id = t.organisation_id AND r.team_id = t.id) x
         GROUP BY x.course, x.casus) c) k ON true
 WHERE s.token_hash = $1::bytea AND s.expires_at > now() AND s.roles & 2 <> 0
 ORDER BY t.name, t.id, k.course, k.casus
 LIMIT 2000;

-- name: peer_team
-- Who reads whom in a team that the asker coaches ($4), and what was sent, a
-- row a field; a row without a field of who sent nothing yet.
SELECT t.name AS team, d.reader_id, reader.name AS reader, d.slot, d.reader_number, d.number,
       p.person_id AS maker_id, maker.name AS maker, w.field, w.value, b.helped, b.answer,
       floor(extract(epoch FROM j.sent_at))::bigint AS sent_s
  FROM session s
  JOIN team_person mine ON mine.organisation_id = s.organisation_id
   AND mine.person_id = s.person_id AND mine.is_coach AND mine.team_id = $4::bigint
  JOIN team t ON t.organisation_id = mine.organisation_id AND t.id = mine.team_id
  LEFT JOIN peer_deal d ON d.organisation_id = t.organisation_id AND d.team_id = t.id
   AND d.course = $2::text AND d.casus = $3::text
  LEFT JOIN person reader ON reader.id = d.reader_id
  LEFT JOIN plan p ON p.organisation_id = d.organisation_id AND p.id = d.plan_id
  LEFT JOIN person maker ON maker.id = p.person_id
  LEFT JOIN peer_judgement j ON j.organisation_id = d.organisation_id AND j.plan_id = d.plan_id
   AND j.number = d.number AND j.writer_id = d.reader_id AND j.sent_at IS NOT NULL
  LEFT JOIN peer_word w ON w.organisation_id = j.organisation_id AND w.plan_id = j.plan_id
   AND w.number = j.number AND w.writer_id = j.writer_id
  LEFT JOIN peer_reply b ON b.organisation_id = d.organisation_id AND b.plan_id = d.plan_id
   AND b.number = d.number AND b.reader_id = d.reader_id
 WHERE s.token_hash = $1::bytea AND s.expires_at > now() AND s.roles & 2 <> 0
 ORDER BY maker.name, p.person_id, d.reader_number, w.field
 LIMIT 5000;

-- name: peer_waiting
-- How many plans of others could be dealt to whoever asks at this moment.
SELECT count(c.plan_id) AS count
  FROM own_plan($1::bytea, $2::text, $3::text) o
 CROSS JOIN LATERAL peer_candidates(o.organisation_id, o.person_id, $2::text, $3::text) c;
