select e ->> 'referentiel' as code, (e ->> 'version')::bigint as number, e ->> 'digest' as digest,
       (e ->> 'publishedOn')::date as published_on, at as recorded_at, revision, written as event
from oracle.fact where type = 'referentiel.ReferentielPublished'
