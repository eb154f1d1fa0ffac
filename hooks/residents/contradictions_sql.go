package residents

// Four queries find all kinds, each in one walk through the register. They take
// {:today} and {:longAgo} (60 days before it) as days.

// ofOnePerson looks at everybody living by themselves. Half of a woman's day of
// birth is 40 more in her NIK; temporary numbers say nothing.
const ofOnePerson = `SELECT trim(
		CASE WHEN real AND born != '' AND day || substr(nik, 9, 4) != substr(born, 9, 2) || substr(born, 6, 2) || substr(born, 3, 2)
			THEN 'nik_birth ' ELSE '' END ||
		CASE WHEN real AND (substr(nik, 7, 1) >= '4') != (sex = 'P') THEN 'nik_sex ' ELSE '' END ||
		CASE WHEN born != '' AND age >= 110 THEN 'too_old ' ELSE '' END ||
		CASE WHEN NOT real AND created < {:longAgo} THEN 'old_temporary ' ELSE '' END ||
		CASE WHEN born != '' AND marital_status = 'kawin' AND age < 19 THEN 'married_young ' ELSE '' END ||
		CASE WHEN family_role = 'istri' AND sex = 'L' OR family_role = 'suami' AND sex = 'P' THEN 'role_sex' ELSE '' END) AS kinds,
		id AS subject, id AS people, hamlet AS hamlets, nik || ' ' || born || ' ' || sex || ' ' || marital_status || ' ' || family_role AS respect
	FROM (SELECT id, hamlet, nik, sex, birth_date AS born, marital_status, family_role, created, substr(nik, 1, 1) != '0' AND length(nik) = 16 AS real,
			printf('%02d', CAST(substr(nik, 7, 2) AS INTEGER) - CASE WHEN substr(nik, 7, 1) >= '4' THEN 40 ELSE 0 END) AS day,
			CAST({:today} AS INTEGER) - CAST(birth_date AS INTEGER) - (substr({:today}, 6) < substr(birth_date, 6)) AS age
		FROM residents WHERE life_status = 'hidup')
	WHERE kinds != ''`

// ofOneFamily compares the people on one card.
const ofOneFamily = `SELECT CASE WHEN sum(head AND living) > 1 THEN 'two_heads' WHEN sum(head) > 0 THEN 'head_gone' ELSE 'no_head' END AS kinds,
		household AS subject, group_concat(id, '+' ORDER BY id) AS people, group_concat(hamlet, '+') AS hamlets,
		group_concat(id || head || living, ' ' ORDER BY id) AS respect
	FROM (SELECT id, hamlet, household, family_role = 'kepala keluarga' AS head, life_status = 'hidup' AS living FROM residents
		WHERE household != '' AND life_status != 'tidak valid')
	GROUP BY household HAVING sum(living) > 0 AND sum(head AND living) != 1`

// ofTwins compares people with the same name and birth date. The names that stand
// there twice come out of an index alone.
const ofTwins = `SELECT CASE WHEN sum(r.nik_temporary) > 0 THEN 'temporary_twin' ELSE 'same_person' END AS kinds,
		group_concat(r.id, '+' ORDER BY r.id) AS subject, group_concat(r.id, '+' ORDER BY r.id) AS people,
		group_concat(r.hamlet, '+') AS hamlets, r.birth_date || ' ' || lower(r.name) || ' ' || group_concat(r.nik, ' ' ORDER BY r.id) AS respect
	FROM (SELECT birth_date, name FROM residents WHERE birth_date != ''
		GROUP BY birth_date, name COLLATE NOCASE HAVING count(*) > 1) twice
	CROSS JOIN residents r ON r.birth_date = twice.birth_date AND r.name = twice.name COLLATE NOCASE
	WHERE r.life_status != 'tidak valid'
	GROUP BY r.birth_date, r.name COLLATE NOCASE
	HAVING count(*) > 1 AND sum(r.life_status = 'hidup') > 0`

// ofNumbers finds numbers that came past the register's own rules, by SQL: with
// signs in them, and the same as another's once those are gone.
const ofNumbers = `SELECT 'same_nik' AS kinds, min(r.id, o.id) || '+' || max(r.id, o.id) AS subject,
		min(r.id, o.id) || '+' || max(r.id, o.id) AS people, r.hamlet || '+' || o.hamlet AS hamlets, r.nik || ' ' || o.nik AS respect
	FROM residents r JOIN residents o
		ON o.nik = replace(replace(replace(replace(r.nik, ' ', ''), '-', ''), '.', ''), '''', '') AND o.id != r.id
	WHERE r.nik GLOB '*[^0-9]*' AND r.life_status != 'tidak valid' AND o.life_status != 'tidak valid'`

// ofParents compares children with the head of their family, and with the parents
// whose numbers stand with them.
const ofParents = `SELECT 'parent_age' AS kinds, c.id || '+' || p.id AS subject, c.id || '+' || p.id AS people,
		c.hamlet || '+' || p.hamlet AS hamlets, c.birth_date || ' ' || p.birth_date AS respect
	FROM residents c JOIN residents p ON p.household = c.household AND p.family_role = 'kepala keluarga' AND p.id != c.id
	WHERE c.household != '' AND c.family_role = 'anak' AND c.life_status = 'hidup' AND c.birth_date != '' AND p.birth_date != ''
		AND p.life_status != 'tidak valid' AND CAST(c.birth_date AS INTEGER) - CAST(p.birth_date AS INTEGER) < 12
	UNION SELECT 'parent_age', c.id || '+' || p.id, c.id || '+' || p.id, c.hamlet || '+' || p.hamlet, c.birth_date || ' ' || p.birth_date
	FROM residents c JOIN residents p ON p.nik = c.father_nik OR p.nik = c.mother_nik
	WHERE (c.father_nik != '' OR c.mother_nik != '') AND c.life_status = 'hidup' AND c.birth_date != '' AND p.birth_date != ''
		AND CAST(c.birth_date AS INTEGER) - CAST(p.birth_date AS INTEGER) < 12`

var contradictionQueries = []string{ofNumbers, ofTwins, ofOneFamily, ofOnePerson, ofParents}
