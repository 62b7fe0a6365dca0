-- Slowing down who guesses passwords, changing one's own, and seeing where one
-- is logged in. The rule (how long after how many tries) is the program's,
-- app/core/login_rule.c; here is the ledger that all instances share.

CREATE TABLE login_key (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  key bytea NOT NULL CHECK (length(key) = 32)
);
COMMENT ON TABLE login_key IS 'One random key, for the hashes of login_try and of device cookies. Emptied and filled anew it forgets both.';
INSERT INTO login_key (key)
VALUES (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid() || gen_random_uuid(), 'UTF8')));

CREATE UNLOGGED TABLE login_try (
  key bytea PRIMARY KEY,
  level double precision NOT NULL DEFAULT 0,
  counted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  free_at timestamptz NOT NULL DEFAULT '-infinity',
  forget_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX login_try_forget_idx ON login_try (forget_at);
COMMENT ON TABLE login_try IS 'Tries to log in that failed, kept for an hour at most. Not logged: after a crash of PostgreSQL it is empty, which is no harm.';
COMMENT ON COLUMN login_try.key IS 'Keyed hash of what is counted: an account, an address, both together, or an account on a known device. Nobody is named.';
COMMENT ON COLUMN login_try.level IS 'Failed tries, as they were at counted_at; it drains with time.';
COMMENT ON COLUMN login_try.free_at IS 'No try before this moment.';

-- A keyed hash; the list is written as JSON so that no two lists look alike.
CREATE FUNCTION login_hash(VARIADIC parts text[]) RETURNS bytea
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT sha256(k.key || sha256(k.key || convert_to(to_json(parts)::text, 'UTF8')))
    FROM login_key k
$$;

-- What a browser gets when somebody has logged in on it. The password's hash
-- is part of it: a new password makes strangers of all browsers.
CREATE FUNCTION device_mac(who bigint, password_hash text, nonce text) RETURNS text
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT encode(login_hash('device', who::text, password_hash, nonce), 'hex')
$$;

-- Locks the row of a key, which is made if need be, and says when it is free.
CREATE FUNCTION lock_login_try(of_key bytea) RETURNS timestamptz
LANGUAGE sql SET search_path FROM CURRENT AS $$
  INSERT INTO login_try AS t (key) VALUES (of_key)
  ON CONFLICT (key) DO UPDATE SET free_at = t.free_at
  RETURNING free_at
$$;

-- One try more. waits[n] is the wait after the n-th failed try, in seconds; a
-- try is forgotten after drain_s.
CREATE FUNCTION count_login_try(of_key bytea, waits integer[], drain_s integer)
RETURNS void LANGUAGE sql SET search_path FROM CURRENT AS $$
  UPDATE login_try t
     SET level = n.level, counted_at = n.at,
         free_at = n.at + make_interval(secs => waits[ceil(n.level)::integer]),
         forget_at = n.at + make_interval(secs => n.level * drain_s)
    FROM (SELECT c.at, least(cardinality(waits), 1 + greatest(0,
                   o.level - extract(epoch FROM c.at - o.counted_at) / drain_s)) AS level
            FROM login_try o, (SELECT clock_timestamp() AS at) c
           WHERE o.key = of_key) n
   WHERE t.key = of_key
$$;

-- Asks to try a password: gives the account of this address (NULL: there is
-- none) and how long to wait first. A try that may go on is counted before its
-- password is looked at, so that many at once are counted too; settle_login
-- takes it back when the password fits. A try that must wait counts nowhere,
-- or whoever keeps trying would keep the owner out.
--
-- On a device where this person logged in before, only that device is counted:
-- no stranger can slow it down. Elsewhere the account, the client's address
-- and the two together are. Rows are locked in this order everywhere, and
-- others' rows only when that takes no waiting.
CREATE FUNCTION take_login_try(account text, address text, nonce text, mac text,
                               own_waits integer[], own_drain_s integer,
                               address_waits integer[], address_drain_s integer,
                               account_waits integer[], account_drain_s integer)
RETURNS TABLE (person_id bigint, password_hash text, is_known boolean,
               wait_s integer, keys bytea[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  of_key bytea;
  free_at timestamptz := '-infinity';
BEGIN
  SELECT p.id, p.password_hash INTO person_id, password_hash
    FROM person p
   WHERE lower(p.email) = lower(account)
     AND EXISTS (SELECT FROM membership m WHERE m.person_id = p.id);
  is_known := coalesce(device_mac(person_id, password_hash, nonce) = mac, false);
  keys := CASE WHEN is_known THEN ARRAY[login_hash('known', lower(account), nonce)]
          ELSE ARRAY[login_hash('account', lower(account)), login_hash('address', address),
                     login_hash('own', lower(account), address)] END;
  FOREACH of_key IN ARRAY keys LOOP
    free_at := greatest(free_at, lock_login_try(of_key));
  END LOOP;
  wait_s := greatest(0, ceil(extract(epoch FROM CASE WHEN isfinite(free_at) THEN free_at - clock_timestamp() END)));
  IF coalesce(wait_s, 0) = 0 THEN
    wait_s := 0;
    IF NOT is_known THEN
      PERFORM count_login_try(keys[1], account_waits, account_drain_s);
      PERFORM count_login_try(keys[2], address_waits, address_drain_s);
    END IF;
    PERFORM count_login_try(keys[cardinality(keys)], own_waits, own_drain_s);
  END IF;
  DELETE FROM login_try
   WHERE key IN (SELECT t.key FROM login_try t WHERE t.forget_at < clock_timestamp()
                  LIMIT 100 FOR UPDATE SKIP LOCKED);
  RETURN NEXT;
END
$$;
COMMENT ON FUNCTION take_login_try IS 'Counts a try to log in, or says how many seconds to wait first.';

-- The password fitted: what was counted is taken back, and this browser is
-- known from now on. Gives what belongs to the nonce in its cookie.
CREATE FUNCTION settle_login(who bigint, keys bytea[], nonce text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  FOR i IN 1 .. cardinality(keys) - 1 LOOP
    UPDATE login_try t SET level = greatest(0, t.level - 1), free_at = '-infinity'
     WHERE t.key = keys[i];
  END LOOP;
  DELETE FROM login_try t WHERE t.key = keys[cardinality(keys)];
  RETURN (SELECT device_mac(p.id, p.password_hash, nonce) FROM person p WHERE p.id = who);
END
$$;
COMMENT ON FUNCTION settle_login IS 'After a password that fitted: forgives the try and gives the MAC of the device cookie.';

-- Sets a new password for who holds this session, if the old one is still what
-- was checked, and ends their other sessions.
CREATE FUNCTION change_password(token bytea, old_hash text, new_hash text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  who bigint;
BEGIN
  UPDATE person p SET password_hash = new_hash
    FROM session s
   WHERE s.token_hash = token AND s.expires_at > now()
     AND p.id = s.person_id AND p.password_hash = old_hash
  RETURNING p.id INTO who;
  DELETE FROM session s WHERE s.person_id = who AND s.token_hash <> token;
  RETURN who IS NOT NULL;
END
$$;
COMMENT ON FUNCTION change_password IS 'A new password for whoever holds this session; their other sessions end.';

-- A new password for this address, by an administrator on the command line:
-- all sessions end, and tries that failed on the account no longer count.
CREATE FUNCTION reset_password(account text, new_hash text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  who bigint;
BEGIN
  UPDATE person p SET password_hash = new_hash WHERE lower(p.email) = lower(account)
  RETURNING p.id INTO who;
  DELETE FROM session s WHERE s.person_id = who;
  DELETE FROM login_try t WHERE t.key = login_hash('account', lower(account));
  RETURN who;
END
$$;
COMMENT ON FUNCTION reset_password IS 'For leer gebruiker wachtwoord: NULL when nobody has this address.';

REVOKE EXECUTE ON FUNCTION login_hash, device_mac, lock_login_try, count_login_try,
  take_login_try, settle_login, change_password, reset_password FROM PUBLIC;

ALTER TABLE session ADD COLUMN used_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN session.used_at IS 'About when a page was last opened with it: noted once in ten minutes at most.';

-- Noting that is no reason to make the copies anew.
DROP TRIGGER session_fill ON session;
CREATE TRIGGER session_fill BEFORE INSERT OR UPDATE OF organisation_id, person_id ON session
  FOR EACH ROW EXECUTE FUNCTION fill_session();
