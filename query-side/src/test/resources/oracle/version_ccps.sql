select e ->> 'referentiel' as certification, (e ->> 'version')::bigint as number,
       (select jsonb_agg(ccp -> 'code' order by place)
        from jsonb_array_elements(e -> 'content' -> 'ccps') with ordinality as _ (ccp, place))
         as ccps
from oracle.fact where type = 'referentiel.ReferentielPublished'
