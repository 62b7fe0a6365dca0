-- name: clock_now
-- What PostgreSQL's clock says, in milliseconds: asked once per connection.
SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now_ms;

-- name: clock_check
-- The end of an act that is done in time or not at all: after this moment of
-- PostgreSQL's clock, in milliseconds, it raises LM503 and the act is undone.
SELECT CASE WHEN clock_timestamp() > to_timestamp($1::bigint / 1000.0)
            THEN refuse('LM503') END AS refused;
