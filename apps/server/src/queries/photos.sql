-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- addPhoto
insert into item_photos (tenant_id, item_id, id, position, width, height, files, says, added_at)
values ($1, $2, $3,
(select coalesce(max(position), 0) + 1 from item_photos where tenant_id = $4 and item_id = $5),
$6, $7, $8::jsonb, $9, $10);

-- describePhoto
update item_photos set says = $1
where tenant_id = $2 and item_id = $3 and id = $4;

-- putPhotoFirst
update item_photos set position =
(select min(position) - 1 from item_photos where tenant_id = $1 and item_id = $2)
where tenant_id = $3 and item_id = $4 and id = $5;

-- listPhotos
select id, width, height, files, says from item_photos
where tenant_id = $1 and item_id = $2 order by position, id;

-- findPhoto
select id, width, height, files, says from item_photos
where tenant_id = $1 and item_id = $2 and id = $3;

-- listUsedFiles
select distinct f.value as hash from item_photos p, jsonb_each_text(p.files) f
where p.tenant_id = $1 and f.value = any($2::text[]);

-- removePhoto
delete from item_photos where tenant_id = $1 and item_id = $2 and id = $3;
