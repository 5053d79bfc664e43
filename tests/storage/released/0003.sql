BEGIN TRANSACTION;
CREATE TABLE "addresses" (
	id INTEGER NOT NULL CONSTRAINT pk_addresses PRIMARY KEY AUTOINCREMENT, 
	connection_id INTEGER NOT NULL, 
	chat_id TEXT NOT NULL, 
	is_group BOOLEAN NOT NULL, 
	member_id INTEGER, 
	unit_id INTEGER, 
	state VARCHAR(32) NOT NULL, 
	preference BIGINT NOT NULL, 
	shown_as VARCHAR(32), 
	created_at DATETIME NOT NULL, 
	CONSTRAINT fk_addresses_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id), 
	CONSTRAINT fk_addresses_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_addresses_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT uq_addresses_connection_id_chat_id UNIQUE (connection_id, chat_id)
);
INSERT INTO "addresses" VALUES(1,1,'m1',0,1,NULL,'active',0,NULL,'2026-11-22 19:58:41.471722');
INSERT INTO "addresses" VALUES(2,1,'m2',0,2,NULL,'active',0,NULL,'2026-11-22 19:58:41.474678');
INSERT INTO "addresses" VALUES(3,1,'m3',0,3,NULL,'active',0,NULL,'2026-11-22 19:58:41.480020');
INSERT INTO "addresses" VALUES(4,1,'m4',0,4,NULL,'active',0,NULL,'2026-11-22 19:58:41.480746');
INSERT INTO "addresses" VALUES(5,1,'m5',0,5,NULL,'active',0,NULL,'2026-11-22 19:58:41.481397');
INSERT INTO "addresses" VALUES(6,1,'m6',0,6,NULL,'active',0,'telegram','2026-11-22 19:58:41.482041');
INSERT INTO "addresses" VALUES(7,1,'m7',0,7,NULL,'active',0,'zalo','2026-11-22 19:58:41.482666');
INSERT INTO "addresses" VALUES(8,1,'m8',0,8,NULL,'active',0,NULL,'2026-11-22 19:58:41.495370');
INSERT INTO "addresses" VALUES(9,1,'m9',0,9,NULL,'active',0,NULL,'2026-11-22 19:58:41.496274');
INSERT INTO "addresses" VALUES(10,1,'m10',0,10,NULL,'active',0,NULL,'2026-11-22 19:58:41.496966');
INSERT INTO "addresses" VALUES(11,1,'m11',0,11,NULL,'active',0,NULL,'2026-11-22 19:58:41.497596');
INSERT INTO "addresses" VALUES(12,1,'m13',0,13,NULL,'active',0,NULL,'2026-11-22 19:58:41.498214');
INSERT INTO "addresses" VALUES(13,1,'m14',0,14,NULL,'active',0,NULL,'2026-11-22 19:58:41.506048');
INSERT INTO "addresses" VALUES(14,1,'m15',0,15,NULL,'active',0,'zalo','2026-11-22 19:58:41.508244');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE "attempts" (
	id INTEGER NOT NULL CONSTRAINT pk_attempts PRIMARY KEY AUTOINCREMENT, 
	delivery_id INTEGER NOT NULL, 
	attempt_number BIGINT NOT NULL, 
	worker TEXT NOT NULL, 
	started_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	outcome VARCHAR(20), 
	reason VARCHAR(32), 
	status BIGINT, 
	detail TEXT NOT NULL, 
	message_id TEXT, 
	CONSTRAINT fk_attempts_delivery_id FOREIGN KEY(delivery_id) REFERENCES deliveries (id), 
	CONSTRAINT uq_attempts_delivery_id_attempt_number UNIQUE (delivery_id, attempt_number)
);
INSERT INTO "attempts" VALUES(1,1,1,'office:1:abcdef','2026-11-22 19:58:41.929458','2026-11-22 19:58:42.295303','sent',NULL,NULL,'','1');
INSERT INTO "attempts" VALUES(2,22,1,'office:1:abcdef','2026-11-22 19:58:42.087345','2026-11-22 19:58:42.343413','sent',NULL,NULL,'','2');
INSERT INTO "attempts" VALUES(3,2,1,'office:1:abcdef','2026-11-22 19:58:42.087345','2026-11-22 19:58:42.351611','sent',NULL,NULL,'','3');
INSERT INTO "attempts" VALUES(4,4,1,'office:1:abcdef','2026-11-22 19:58:42.087345','2026-11-22 19:58:42.360326','sent',NULL,NULL,'','4');
INSERT INTO "attempts" VALUES(5,3,1,'office:1:abcdef','2026-11-22 19:58:42.199189','2026-11-22 19:58:42.369149','sent',NULL,NULL,'','5');
INSERT INTO "attempts" VALUES(6,5,1,'office:1:abcdef','2026-11-22 19:58:42.199189','2026-11-22 19:58:42.379266','sent',NULL,NULL,'','6');
INSERT INTO "attempts" VALUES(7,6,1,'office:1:abcdef','2026-11-22 19:58:42.391416','2026-11-22 19:58:42.532949','sent',NULL,NULL,'','7');
INSERT INTO "attempts" VALUES(8,7,1,'office:1:abcdef','2026-11-22 19:58:42.391416','2026-11-22 19:58:42.537781','sent',NULL,NULL,'','8');
INSERT INTO "attempts" VALUES(9,8,1,'office:1:abcdef','2026-11-22 19:58:42.459750','2026-11-22 19:58:42.567463','sent',NULL,NULL,'','9');
INSERT INTO "attempts" VALUES(10,9,1,'office:1:abcdef','2026-11-22 19:58:42.459750','2026-11-22 19:58:42.575552','sent',NULL,NULL,'','10');
INSERT INTO "attempts" VALUES(11,10,1,'office:1:abcdef','2026-11-22 19:58:42.459750','2026-11-22 19:58:42.582048','sent',NULL,NULL,'','11');
INSERT INTO "attempts" VALUES(12,11,1,'office:1:abcdef','2026-11-22 19:58:42.497269','2026-11-22 19:58:42.591420','sent',NULL,NULL,'','12');
INSERT INTO "attempts" VALUES(13,12,1,'office:1:abcdef','2026-11-22 19:58:42.603510','2026-11-22 19:58:42.817657','sent',NULL,NULL,'','13');
INSERT INTO "attempts" VALUES(14,13,1,'office:1:abcdef','2026-11-22 19:58:42.603510','2026-11-22 19:58:42.823015','sent',NULL,NULL,'','14');
INSERT INTO "attempts" VALUES(15,14,1,'office:1:abcdef','2026-11-22 19:58:42.603510','2026-11-22 19:58:42.831663','sent',NULL,NULL,'','15');
INSERT INTO "attempts" VALUES(16,15,1,'office:1:abcdef','2026-11-22 19:58:42.655713','2026-11-22 19:58:42.840976','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(17,16,1,'office:1:abcdef','2026-11-22 19:58:42.655713','2026-11-22 19:58:42.846477','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(18,17,1,'office:1:abcdef','2026-11-22 19:58:42.655713','2026-11-22 19:58:42.848748','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(19,15,2,'office:1:abcdef','2026-11-22 19:58:42.855973','2026-11-22 19:58:43.080236','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(20,16,2,'office:1:abcdef','2026-11-22 19:58:42.874075','2026-11-22 19:58:43.104544','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(21,17,2,'office:1:abcdef','2026-11-22 19:58:42.874075','2026-11-22 19:58:43.118979','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(22,18,1,'office:1:abcdef','2026-11-22 19:58:42.874075','2026-11-22 19:58:43.122937','sent',NULL,NULL,'','19');
INSERT INTO "attempts" VALUES(23,19,1,'office:1:abcdef','2026-11-22 19:58:42.997670','2026-11-22 19:58:43.127858','sent',NULL,NULL,'','20');
INSERT INTO "attempts" VALUES(24,20,1,'office:1:abcdef','2026-11-22 19:58:42.997670','2026-11-22 19:58:43.131717','sent',NULL,NULL,'','21');
INSERT INTO "attempts" VALUES(25,15,3,'office:1:abcdef','2026-11-22 19:58:43.136228','2026-11-22 19:58:43.172062','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(26,16,3,'office:1:abcdef','2026-11-22 19:58:43.136228','2026-11-22 19:58:43.198099','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(27,17,3,'office:1:abcdef','2026-11-22 19:58:43.203192','2026-11-22 19:58:43.236943','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(28,18,2,'office:1:abcdef','2026-11-22 19:58:43.203192','2026-11-22 19:58:43.266434','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(29,19,2,'office:1:abcdef','2026-11-22 19:58:43.203192','2026-11-22 19:58:43.286716','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(30,20,2,'office:1:abcdef','2026-11-22 19:58:43.312469','2026-11-22 19:58:43.341627','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(31,21,1,'office:1:abcdef','2026-11-22 19:58:43.312469','2026-11-22 19:58:43.409956','sent',NULL,NULL,'','22');
INSERT INTO "attempts" VALUES(32,21,2,'office:1:abcdef','2026-11-22 19:58:43.415639','2026-11-22 19:58:43.440335','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(33,2,2,'office:1:abcdef','2026-11-22 19:58:43.575675','2026-11-22 19:58:43.868538','sent',NULL,NULL,'','3');
INSERT INTO "attempts" VALUES(34,5,2,'office:1:abcdef','2026-11-22 19:58:43.575675','2026-11-22 19:58:43.879434','sent',NULL,NULL,'','6');
INSERT INTO "attempts" VALUES(35,16,4,'office:1:abcdef','2026-11-22 19:58:43.575675','2026-11-22 19:58:43.883139','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(36,8,2,'office:1:abcdef','2026-11-22 19:58:43.664011','2026-11-22 19:58:43.935770','sent',NULL,NULL,'','9');
INSERT INTO "attempts" VALUES(37,15,4,'office:1:abcdef','2026-11-22 19:58:43.664011','2026-11-22 19:58:43.939220','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(38,17,4,'office:1:abcdef','2026-11-22 19:58:43.664011','2026-11-22 19:58:43.946745','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(39,2,3,'office:1:abcdef','2026-11-22 19:58:43.964678','2026-11-22 19:58:43.972923','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(40,5,3,'office:1:abcdef','2026-11-22 19:58:43.964678','2026-11-22 19:58:43.986118','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(41,8,3,'office:1:abcdef','2026-11-22 19:58:43.964678','2026-11-22 19:58:43.996682','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(42,9,2,'office:1:abcdef','2026-11-22 19:58:44.011838','2026-11-22 19:58:44.203144','sent',NULL,NULL,'','10');
INSERT INTO "attempts" VALUES(43,10,2,'office:1:abcdef','2026-11-22 19:58:44.011838','2026-11-22 19:58:44.215620','sent',NULL,NULL,'','11');
INSERT INTO "attempts" VALUES(44,13,2,'office:1:abcdef','2026-11-22 19:58:44.011838','2026-11-22 19:58:44.227682','sent',NULL,NULL,'','14');
INSERT INTO "attempts" VALUES(45,15,5,'office:1:abcdef','2026-11-22 19:58:44.067949','2026-11-22 19:58:44.239874','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(46,16,5,'office:1:abcdef','2026-11-22 19:58:44.067949','2026-11-22 19:58:44.243411','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(47,17,5,'office:1:abcdef','2026-11-22 19:58:44.067949','2026-11-22 19:58:44.245797','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(48,9,3,'office:1:abcdef','2026-11-22 19:58:44.264656','2026-11-22 19:58:44.280095','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(49,10,3,'office:1:abcdef','2026-11-22 19:58:44.286182','2026-11-22 19:58:44.313663','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(50,13,3,'office:1:abcdef','2026-11-22 19:58:44.286182','2026-11-22 19:58:44.335991','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(51,15,6,'office:1:abcdef','2026-11-22 19:58:44.286182','2026-11-22 19:58:44.377668','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(52,16,6,'office:1:abcdef','2026-11-22 19:58:44.388528','2026-11-22 19:58:44.464356','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(53,17,6,'office:1:abcdef','2026-11-22 19:58:44.388528','2026-11-22 19:58:44.502344','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(54,18,3,'office:1:abcdef','2026-11-22 19:58:44.388528','2026-11-22 19:58:44.729176','sent',NULL,NULL,'','19');
INSERT INTO "attempts" VALUES(55,19,3,'office:1:abcdef','2026-11-22 19:58:44.561033','2026-11-22 19:58:44.731171','sent',NULL,NULL,'','20');
INSERT INTO "attempts" VALUES(56,20,3,'office:1:abcdef','2026-11-22 19:58:44.561033','2026-11-22 19:58:44.740167','sent',NULL,NULL,'','21');
INSERT INTO "attempts" VALUES(57,21,3,'office:1:abcdef','2026-11-22 19:58:44.561033','2026-11-22 19:58:44.748246','sent',NULL,NULL,'','22');
INSERT INTO "attempts" VALUES(58,18,4,'office:1:abcdef','2026-11-22 19:58:44.750279','2026-11-22 19:58:44.781715','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(59,19,4,'office:1:abcdef','2026-11-22 19:58:44.750279','2026-11-22 19:58:44.787977','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(60,20,4,'office:1:abcdef','2026-11-22 19:58:44.750279','2026-11-22 19:58:44.797303','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(61,21,4,'office:1:abcdef','2026-11-22 19:58:44.810143','2026-11-22 19:58:44.821189','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(62,11,2,'office:1:abcdef','2026-11-22 19:58:44.916551','2026-11-22 19:58:45.016216','sent',NULL,NULL,'','12');
INSERT INTO "attempts" VALUES(63,23,1,'office:1:abcdef','2026-11-22 19:58:44.916551','2026-11-22 19:58:45.018915','sent',NULL,NULL,'','23');
INSERT INTO "attempts" VALUES(64,24,1,'office:1:abcdef','2026-11-22 19:58:44.916551','2026-11-22 19:58:45.025099','sent',NULL,NULL,'','24');
INSERT INTO "attempts" VALUES(65,15,7,'office:1:abcdef','2026-11-22 19:58:44.941436','2026-11-22 19:58:45.035174','sent',NULL,NULL,'','16');
INSERT INTO "attempts" VALUES(66,16,7,'office:1:abcdef','2026-11-22 19:58:44.941436','2026-11-22 19:58:45.037336','sent',NULL,NULL,'','17');
INSERT INTO "attempts" VALUES(67,17,7,'office:1:abcdef','2026-11-22 19:58:44.941436','2026-11-22 19:58:45.038921','sent',NULL,NULL,'','18');
INSERT INTO "attempts" VALUES(68,11,3,'office:1:abcdef','2026-11-22 19:58:45.043159','2026-11-22 19:58:45.054694','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(69,15,8,'office:1:abcdef','2026-11-22 19:58:45.060366','2026-11-22 19:58:45.077302','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(70,16,8,'office:1:abcdef','2026-11-22 19:58:45.060366','2026-11-22 19:58:45.534282','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(71,17,8,'office:1:abcdef','2026-11-22 19:58:45.060366','2026-11-22 19:58:45.570688','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(72,18,5,'office:1:abcdef','2026-11-22 19:58:45.603753','2026-11-22 19:58:45.649768','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(73,19,5,'office:1:abcdef','2026-11-22 19:58:45.603753','2026-11-22 19:58:45.798469','sent',NULL,NULL,'','20');
INSERT INTO "attempts" VALUES(74,20,5,'office:1:abcdef','2026-11-22 19:58:45.603753','2026-11-22 19:58:45.800923','sent',NULL,NULL,'','21');
INSERT INTO "attempts" VALUES(75,21,5,'office:1:abcdef','2026-11-22 19:58:45.709305','2026-11-22 19:58:45.755071','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(76,19,6,'office:1:abcdef','2026-11-22 19:58:45.802970','2026-11-22 19:58:45.830745','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(77,20,6,'office:1:abcdef','2026-11-22 19:58:45.802970','2026-11-22 19:58:45.837715','not needed',NULL,NULL,'',NULL);
INSERT INTO "attempts" VALUES(78,25,1,'office:1:abcdef','2026-11-22 19:58:46.097937','2026-11-22 19:58:46.263124','sent',NULL,NULL,'','25');
INSERT INTO "attempts" VALUES(79,26,1,'office:1:abcdef','2026-11-22 19:58:46.097937','2026-11-22 19:58:46.267477','sent',NULL,NULL,'','26');
INSERT INTO "attempts" VALUES(80,27,1,'office:1:abcdef','2026-11-22 19:58:46.097937','2026-11-22 19:58:46.279405','sent',NULL,NULL,'','27');
INSERT INTO "attempts" VALUES(81,28,1,'office:1:abcdef','2026-11-22 19:58:46.209364','2026-11-22 19:58:46.283467','sent',NULL,NULL,'','28');
INSERT INTO "attempts" VALUES(82,29,1,'office:1:abcdef','2026-11-22 19:58:46.498286','2026-11-22 19:58:46.608783','sent',NULL,NULL,'','29');
INSERT INTO "attempts" VALUES(83,30,1,'office:1:abcdef','2026-11-22 19:58:46.498286','2026-11-22 19:58:46.612472','sent',NULL,NULL,'','30');
INSERT INTO "attempts" VALUES(84,31,1,'office:1:abcdef','2026-11-22 19:58:46.498286','2026-11-22 19:58:46.626938','sent',NULL,NULL,'','31');
CREATE TABLE "connections" (
	id INTEGER NOT NULL CONSTRAINT pk_connections PRIMARY KEY AUTOINCREMENT, 
	platform VARCHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	poll_offset BIGINT, 
	stopped_reason TEXT NOT NULL, 
	account TEXT NOT NULL, failing_since DATETIME, out_since DATETIME, good_since DATETIME, outage_told_at DATETIME, told_people BIGINT, 
	CONSTRAINT uq_connections_name UNIQUE (name)
);
INSERT INTO "connections" VALUES(1,'web','web',NULL,'','web',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "consents" (
	id INTEGER NOT NULL CONSTRAINT pk_consents PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	purpose TEXT NOT NULL, 
	text_version TEXT NOT NULL, 
	address_id INTEGER NOT NULL, 
	given_at DATETIME NOT NULL, 
	withdrawn_at DATETIME, 
	CONSTRAINT fk_consents_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT fk_consents_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
INSERT INTO "consents" VALUES(1,1,'notices','2026-11-4-party',1,'2026-11-22 19:58:41.471722',NULL);
INSERT INTO "consents" VALUES(2,1,'acknowledgement','2026-11-4-party',1,'2026-11-22 19:58:41.471722',NULL);
INSERT INTO "consents" VALUES(3,1,'reminders','2026-11-4-party',1,'2026-11-22 19:58:41.471722',NULL);
INSERT INTO "consents" VALUES(4,1,'statistics','2026-11-4-party',1,'2026-11-22 19:58:41.471722',NULL);
INSERT INTO "consents" VALUES(5,2,'notices','2026-11-4-party',2,'2026-11-22 19:58:41.474678',NULL);
INSERT INTO "consents" VALUES(6,2,'acknowledgement','2026-11-4-party',2,'2026-11-22 19:58:41.474678',NULL);
INSERT INTO "consents" VALUES(7,2,'reminders','2026-11-4-party',2,'2026-11-22 19:58:41.474678',NULL);
INSERT INTO "consents" VALUES(8,2,'statistics','2026-11-4-party',2,'2026-11-22 19:58:41.474678',NULL);
INSERT INTO "consents" VALUES(9,3,'notices','2026-11-4-party',3,'2026-11-22 19:58:41.480020',NULL);
INSERT INTO "consents" VALUES(10,3,'acknowledgement','2026-11-4-party',3,'2026-11-22 19:58:41.480020',NULL);
INSERT INTO "consents" VALUES(11,3,'reminders','2026-11-4-party',3,'2026-11-22 19:58:41.480020',NULL);
INSERT INTO "consents" VALUES(12,3,'statistics','2026-11-4-party',3,'2026-11-22 19:58:41.480020',NULL);
INSERT INTO "consents" VALUES(13,4,'notices','2026-11-4-party',4,'2026-11-22 19:58:41.480746',NULL);
INSERT INTO "consents" VALUES(14,4,'acknowledgement','2026-11-4-party',4,'2026-11-22 19:58:41.480746',NULL);
INSERT INTO "consents" VALUES(15,4,'reminders','2026-11-4-party',4,'2026-11-22 19:58:41.480746',NULL);
INSERT INTO "consents" VALUES(16,4,'statistics','2026-11-4-party',4,'2026-11-22 19:58:41.480746',NULL);
INSERT INTO "consents" VALUES(17,5,'notices','2026-11-4-party',5,'2026-11-22 19:58:41.481397',NULL);
INSERT INTO "consents" VALUES(18,5,'acknowledgement','2026-11-4-party',5,'2026-11-22 19:58:41.481397',NULL);
INSERT INTO "consents" VALUES(19,5,'reminders','2026-11-4-party',5,'2026-11-22 19:58:41.481397',NULL);
INSERT INTO "consents" VALUES(20,5,'statistics','2026-11-4-party',5,'2026-11-22 19:58:41.481397',NULL);
INSERT INTO "consents" VALUES(21,6,'notices','2026-11-4-party',6,'2026-11-22 19:58:41.482041',NULL);
INSERT INTO "consents" VALUES(22,6,'acknowledgement','2026-11-4-party',6,'2026-11-22 19:58:41.482041',NULL);
INSERT INTO "consents" VALUES(23,6,'reminders','2026-11-4-party',6,'2026-11-22 19:58:41.482041',NULL);
INSERT INTO "consents" VALUES(24,6,'statistics','2026-11-4-party',6,'2026-11-22 19:58:41.482041',NULL);
INSERT INTO "consents" VALUES(25,7,'notices','2026-11-4-party',7,'2026-11-22 19:58:41.482666',NULL);
INSERT INTO "consents" VALUES(26,7,'acknowledgement','2026-11-4-party',7,'2026-11-22 19:58:41.482666',NULL);
INSERT INTO "consents" VALUES(27,7,'reminders','2026-11-4-party',7,'2026-11-22 19:58:41.482666',NULL);
INSERT INTO "consents" VALUES(28,7,'statistics','2026-11-4-party',7,'2026-11-22 19:58:41.482666',NULL);
INSERT INTO "consents" VALUES(29,8,'notices','2026-11-4-party',8,'2026-11-22 19:58:41.495370',NULL);
INSERT INTO "consents" VALUES(30,8,'acknowledgement','2026-11-4-party',8,'2026-11-22 19:58:41.495370',NULL);
INSERT INTO "consents" VALUES(31,8,'reminders','2026-11-4-party',8,'2026-11-22 19:58:41.495370',NULL);
INSERT INTO "consents" VALUES(32,8,'statistics','2026-11-4-party',8,'2026-11-22 19:58:41.495370',NULL);
INSERT INTO "consents" VALUES(33,9,'notices','2026-11-4-party',9,'2026-11-22 19:58:41.496274',NULL);
INSERT INTO "consents" VALUES(34,9,'acknowledgement','2026-11-4-party',9,'2026-11-22 19:58:41.496274',NULL);
INSERT INTO "consents" VALUES(35,9,'reminders','2026-11-4-party',9,'2026-11-22 19:58:41.496274',NULL);
INSERT INTO "consents" VALUES(36,9,'statistics','2026-11-4-party',9,'2026-11-22 19:58:41.496274',NULL);
INSERT INTO "consents" VALUES(37,10,'notices','2026-11-4-party',10,'2026-11-22 19:58:41.496966',NULL);
INSERT INTO "consents" VALUES(38,10,'acknowledgement','2026-11-4-party',10,'2026-11-22 19:58:41.496966',NULL);
INSERT INTO "consents" VALUES(39,10,'reminders','2026-11-4-party',10,'2026-11-22 19:58:41.496966',NULL);
INSERT INTO "consents" VALUES(40,10,'statistics','2026-11-4-party',10,'2026-11-22 19:58:41.496966',NULL);
INSERT INTO "consents" VALUES(41,11,'notices','2026-11-4-party',11,'2026-11-22 19:58:41.497596',NULL);
INSERT INTO "consents" VALUES(42,11,'acknowledgement','2026-11-4-party',11,'2026-11-22 19:58:41.497596',NULL);
INSERT INTO "consents" VALUES(43,11,'reminders','2026-11-4-party',11,'2026-11-22 19:58:41.497596',NULL);
INSERT INTO "consents" VALUES(44,11,'statistics','2026-11-4-party',11,'2026-11-22 19:58:41.497596',NULL);
INSERT INTO "consents" VALUES(45,13,'notices','2026-11-4-party',12,'2026-11-22 19:58:41.498214',NULL);
INSERT INTO "consents" VALUES(46,13,'acknowledgement','2026-11-4-party',12,'2026-11-22 19:58:41.498214',NULL);
INSERT INTO "consents" VALUES(47,13,'reminders','2026-11-4-party',12,'2026-11-22 19:58:41.498214',NULL);
INSERT INTO "consents" VALUES(48,13,'statistics','2026-11-4-party',12,'2026-11-22 19:58:41.498214',NULL);
INSERT INTO "consents" VALUES(49,14,'notices','2026-11-4-general',13,'2026-11-22 19:58:41.506048',NULL);
INSERT INTO "consents" VALUES(50,14,'acknowledgement','2026-11-4-general',13,'2026-11-22 19:58:41.506048',NULL);
INSERT INTO "consents" VALUES(51,14,'reminders','2026-11-4-general',13,'2026-11-22 19:58:41.506048',NULL);
INSERT INTO "consents" VALUES(52,14,'statistics','2026-11-4-general',13,'2026-11-22 19:58:41.506048',NULL);
INSERT INTO "consents" VALUES(53,15,'notices','2026-11-4-general',14,'2026-11-22 19:58:41.508244',NULL);
INSERT INTO "consents" VALUES(54,15,'acknowledgement','2026-11-4-general',14,'2026-11-22 19:58:41.508244',NULL);
INSERT INTO "consents" VALUES(55,15,'reminders','2026-11-4-general',14,'2026-11-22 19:58:41.508244',NULL);
INSERT INTO "consents" VALUES(56,15,'statistics','2026-11-4-general',14,'2026-11-22 19:58:41.508244',NULL);
CREATE TABLE "data_requests" (
	id INTEGER NOT NULL CONSTRAINT pk_data_requests PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	request VARCHAR(32) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	wish TEXT NOT NULL, 
	made_at DATETIME NOT NULL, 
	acknowledge_by DATETIME NOT NULL, 
	due_by DATETIME NOT NULL, 
	acknowledged_at DATETIME, 
	extended_at DATETIME, 
	done_at DATETIME, 
	decided_by INTEGER, 
	because TEXT NOT NULL, 
	CONSTRAINT fk_data_requests_decided_by FOREIGN KEY(decided_by) REFERENCES members (id), 
	CONSTRAINT fk_data_requests_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
CREATE TABLE "deliveries" (
	id INTEGER NOT NULL CONSTRAINT pk_deliveries PRIMARY KEY AUTOINCREMENT, 
	once_key VARCHAR(120) NOT NULL, 
	connection_id INTEGER NOT NULL, 
	address_id INTEGER NOT NULL, 
	member_id INTEGER, 
	purpose VARCHAR(32) NOT NULL, 
	subject BIGINT, 
	publication_id INTEGER, 
	session_id INTEGER, 
	version BIGINT, 
	lane VARCHAR(32) NOT NULL, 
	urgency VARCHAR(32) NOT NULL, 
	repeat VARCHAR(32) NOT NULL, 
	rank BIGINT NOT NULL, 
	content TEXT, 
	after_id INTEGER, 
	state VARCHAR(32) NOT NULL, 
	reason VARCHAR(32), 
	detail TEXT NOT NULL, 
	due_at DATETIME NOT NULL, 
	expires_at DATETIME, 
	attempt_number BIGINT NOT NULL, 
	failures BIGINT NOT NULL, 
	maybe_count BIGINT NOT NULL, 
	worker TEXT, 
	lease_until DATETIME, 
	message_id TEXT, 
	fingerprint TEXT NOT NULL, 
	created_at DATETIME NOT NULL, 
	sent_at DATETIME, 
	CONSTRAINT fk_deliveries_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT fk_deliveries_after_id FOREIGN KEY(after_id) REFERENCES deliveries (id), 
	CONSTRAINT fk_deliveries_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id), 
	CONSTRAINT fk_deliveries_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_deliveries_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT fk_deliveries_session_id FOREIGN KEY(session_id) REFERENCES study_sessions (id), 
	CONSTRAINT uq_deliveries_once_key UNIQUE (once_key)
);
INSERT INTO "deliveries" VALUES(1,'draft:1:r5:m2:approval',1,2,2,'approval',1,NULL,NULL,5,'broadcast','immediate','once',0,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:41.899741',NULL,1,0,0,NULL,NULL,'1','e79a01277062d459','2026-11-22 19:58:41.899741','2026-11-22 19:58:42.295303');
INSERT INTO "deliveries" VALUES(2,'pub:1:v1:m1:card',1,1,1,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:43.868538',NULL,3,0,0,NULL,NULL,'3','0f9e0ea60d9c3dc9','2026-11-22 19:58:41.980049','2026-11-22 19:58:43.972923');
INSERT INTO "deliveries" VALUES(3,'pub:1:v1:m3:card',1,3,3,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:41.980049',NULL,1,0,0,NULL,NULL,'5','8d023a4bf3e68bdf','2026-11-22 19:58:41.980049','2026-11-22 19:58:42.369149');
INSERT INTO "deliveries" VALUES(4,'pub:1:v1:m4:card',1,4,4,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:41.980049',NULL,1,0,0,NULL,NULL,'4','269346639727363e','2026-11-22 19:58:41.980049','2026-11-22 19:58:42.360326');
INSERT INTO "deliveries" VALUES(5,'pub:1:v1:m5:card',1,5,5,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:43.879434',NULL,3,0,0,NULL,NULL,'6','a07b0a1eeb2fca66','2026-11-22 19:58:41.980049','2026-11-22 19:58:43.986118');
INSERT INTO "deliveries" VALUES(6,'pub:1:v1:m6:card',1,6,6,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:41.980049',NULL,1,0,0,NULL,NULL,'7','b8499868d7ea4b8b','2026-11-22 19:58:41.980049','2026-11-22 19:58:42.532949');
INSERT INTO "deliveries" VALUES(7,'pub:1:v1:m7:card',1,7,7,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:41.980049',NULL,1,0,0,NULL,NULL,'8','2388e03de428eff0','2026-11-22 19:58:41.980049','2026-11-22 19:58:42.537781');
INSERT INTO "deliveries" VALUES(8,'pub:1:v1:m8:card',1,8,8,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:43.935770',NULL,3,0,0,NULL,NULL,'9','1ac004e0404d95e4','2026-11-22 19:58:41.980049','2026-11-22 19:58:43.996682');
INSERT INTO "deliveries" VALUES(9,'pub:1:v1:m9:card',1,9,9,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:44.203144',NULL,3,0,0,NULL,NULL,'10','80ba2c1c3ad1f509','2026-11-22 19:58:41.980049','2026-11-22 19:58:44.280095');
INSERT INTO "deliveries" VALUES(10,'pub:1:v1:m10:card',1,10,10,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:44.215620',NULL,3,0,0,NULL,NULL,'11','249e2376484b40b3','2026-11-22 19:58:41.980049','2026-11-22 19:58:44.313663');
INSERT INTO "deliveries" VALUES(11,'pub:1:v1:m11:card',1,11,11,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:45.016216',NULL,3,0,0,NULL,NULL,'12','c00982e4fd6e6fa2','2026-11-22 19:58:41.980049','2026-11-22 19:58:45.054694');
INSERT INTO "deliveries" VALUES(12,'pub:1:v1:m13:card',1,12,13,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:41.980049',NULL,1,0,0,NULL,NULL,'13','a4914f22b26239e9','2026-11-22 19:58:41.980049','2026-11-22 19:58:42.817657');
INSERT INTO "deliveries" VALUES(13,'pub:1:v1:m14:card',1,13,14,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:44.227682',NULL,3,0,0,NULL,NULL,'14','6b1b42f5cf00e091','2026-11-22 19:58:41.980049','2026-11-22 19:58:44.335991');
INSERT INTO "deliveries" VALUES(14,'pub:1:v1:m15:card',1,14,15,'card',NULL,1,NULL,1,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:41.980049',NULL,1,0,0,NULL,NULL,'15','9bd779e0917eff57','2026-11-22 19:58:41.980049','2026-11-22 19:58:42.831663');
INSERT INTO "deliveries" VALUES(15,'pub:1:m1:progress',1,1,1,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:45.035174',NULL,8,0,0,NULL,NULL,'16','6428bbe723e4dded','2026-11-22 19:58:41.980049','2026-11-22 19:58:45.077302');
INSERT INTO "deliveries" VALUES(16,'pub:1:m2:progress',1,2,2,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:45.037336',NULL,8,0,0,NULL,NULL,'17','6428bbe723e4dded','2026-11-22 19:58:41.980049','2026-11-22 19:58:45.534282');
INSERT INTO "deliveries" VALUES(17,'pub:1:m3:progress',1,3,3,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:45.038921',NULL,8,0,0,NULL,NULL,'18','6428bbe723e4dded','2026-11-22 19:58:41.980049','2026-11-22 19:58:45.570688');
INSERT INTO "deliveries" VALUES(18,'pub:1:m5:progress',1,5,5,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:44.899076',NULL,5,0,0,NULL,NULL,'19','9d6b152516826d18','2026-11-22 19:58:41.980049','2026-11-22 19:58:45.649768');
INSERT INTO "deliveries" VALUES(19,'pub:1:m9:progress',1,9,9,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:45.798469',NULL,6,0,0,NULL,NULL,'20','0e6eb7b77b9b1e20','2026-11-22 19:58:41.980049','2026-11-22 19:58:45.830745');
INSERT INTO "deliveries" VALUES(20,'pub:1:m10:progress',1,10,10,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:45.800923',NULL,6,0,0,NULL,NULL,'21','0e6eb7b77b9b1e20','2026-11-22 19:58:41.980049','2026-11-22 19:58:45.837715');
INSERT INTO "deliveries" VALUES(21,'pub:1:m13:progress',1,12,13,'progress',NULL,1,NULL,1,'broadcast','normal','once',3,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:44.899076',NULL,5,0,0,NULL,NULL,'22','5c6016ae8bbfbc79','2026-11-22 19:58:41.980049','2026-11-22 19:58:45.755071');
INSERT INTO "deliveries" VALUES(22,'draft:1:r6:news',1,3,3,'draft_news',1,NULL,NULL,6,'broadcast','immediate','once',0,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:42.057136',NULL,1,0,0,NULL,NULL,'2','0ec57b907915b0cb','2026-11-22 19:58:42.057136','2026-11-22 19:58:42.343413');
INSERT INTO "deliveries" VALUES(23,'question:1:m9',1,9,9,'question',1,1,NULL,NULL,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:44.902137',NULL,1,0,0,NULL,NULL,'23','bb2b3834bb1045e3','2026-11-22 19:58:44.902137','2026-11-22 19:58:45.018915');
INSERT INTO "deliveries" VALUES(24,'question:1:m10',1,10,10,'question',1,1,NULL,NULL,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:44.903487',NULL,1,0,0,NULL,NULL,'24','bb2b3834bb1045e3','2026-11-22 19:58:44.903487','2026-11-22 19:58:45.025099');
INSERT INTO "deliveries" VALUES(25,'study:1:r5:m8:invite',1,8,8,'invitation',NULL,NULL,1,5,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:46.072174','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'25','becdece4188fbfeb','2026-11-22 19:58:46.072174','2026-11-22 19:58:46.263124');
INSERT INTO "deliveries" VALUES(26,'study:1:r5:m6:invite',1,6,6,'invitation',NULL,NULL,1,5,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:46.073572','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'26','f969ed8d04a4f74e','2026-11-22 19:58:46.073572','2026-11-22 19:58:46.267477');
INSERT INTO "deliveries" VALUES(27,'study:1:r5:m5:invite',1,5,5,'invitation',NULL,NULL,1,5,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:46.075636','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'27','f2c9471ecfb8bba7','2026-11-22 19:58:46.075636','2026-11-22 19:58:46.279405');
INSERT INTO "deliveries" VALUES(28,'study:1:r5:m7:invite',1,7,7,'invitation',NULL,NULL,1,5,'broadcast','normal','once',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:46.076604','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'28','2ad0f6628abcbe4d','2026-11-22 19:58:46.076604','2026-11-22 19:58:46.283467');
INSERT INTO "deliveries" VALUES(29,'study:1:r5:m6:d-1',1,6,6,'session_reminder',NULL,NULL,1,5,'broadcast','normal','never',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:46.472884','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'29','ebdbf1609db29c54','2026-11-22 19:58:46.472884','2026-11-22 19:58:46.608783');
INSERT INTO "deliveries" VALUES(30,'study:1:r5:m5:d-1',1,5,5,'session_reminder',NULL,NULL,1,5,'broadcast','normal','never',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:46.473968','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'30','5ffd74c7b5ce11db','2026-11-22 19:58:46.473968','2026-11-22 19:58:46.612472');
INSERT INTO "deliveries" VALUES(31,'study:1:r5:m7:d-1',1,7,7,'session_reminder',NULL,NULL,1,5,'broadcast','normal','never',1,NULL,NULL,'sent',NULL,'','2026-11-22 19:58:46.474743','2026-11-27 07:00:00.000000',1,0,0,NULL,NULL,'31','0a993216b965c0de','2026-11-22 19:58:46.474743','2026-11-22 19:58:46.626938');
CREATE TABLE dialogues (
	address_id INTEGER NOT NULL, 
	awaited VARCHAR(32) NOT NULL, 
	subject BIGINT NOT NULL, 
	argument BIGINT NOT NULL, 
	until_at DATETIME NOT NULL, 
	CONSTRAINT pk_dialogues PRIMARY KEY (address_id), 
	CONSTRAINT fk_dialogues_address_id FOREIGN KEY(address_id) REFERENCES addresses (id)
);
CREATE TABLE "digest_items" (
	id INTEGER NOT NULL CONSTRAINT pk_digest_items PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	publication_id INTEGER NOT NULL, 
	waits_since DATETIME NOT NULL, 
	due_on DATE NOT NULL, 
	delivery_id INTEGER, 
	CONSTRAINT fk_digest_items_delivery_id FOREIGN KEY(delivery_id) REFERENCES deliveries (id), 
	CONSTRAINT fk_digest_items_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_digest_items_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT uq_digest_items_member_id_publication_id UNIQUE (member_id, publication_id)
);
CREATE TABLE "drafts" (
	id INTEGER NOT NULL CONSTRAINT pk_drafts PRIMARY KEY AUTOINCREMENT, 
	state VARCHAR(32) NOT NULL, 
	revision BIGINT NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	type_name TEXT NOT NULL, 
	number TEXT NOT NULL, 
	number_key TEXT NOT NULL, 
	title TEXT NOT NULL, 
	issuer TEXT NOT NULL, 
	issued_on DATE, 
	event_on DATE, 
	chair TEXT NOT NULL, 
	main_points JSON NOT NULL, 
	to_do JSON NOT NULL, 
	body TEXT NOT NULL, 
	scope VARCHAR(32) NOT NULL, 
	urgency VARCHAR(32) NOT NULL, 
	audience JSON, 
	asks_acknowledgement BOOLEAN NOT NULL, 
	due_at DATETIME, 
	publish_at DATETIME, 
	unsure JSON NOT NULL, 
	created_by INTEGER, 
	created_at DATETIME NOT NULL, 
	submitted_at DATETIME, 
	approved_by INTEGER, 
	approved_at DATETIME, 
	return_note TEXT NOT NULL, 
	CONSTRAINT fk_drafts_approved_by FOREIGN KEY(approved_by) REFERENCES members (id), 
	CONSTRAINT fk_drafts_created_by FOREIGN KEY(created_by) REFERENCES members (id)
);
INSERT INTO "drafts" VALUES(1,'published',6,'directive','Kế hoạch','11-KH/ĐU','11|KH|ĐU','Học tập chuyên đề "Nói đi đôi với làm" trong các chi bộ','ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH',NULL,NULL,'','[{"label": "content", "text": "C\u00e1c chi b\u1ed9 \u0111\u01b0a chuy\u00ean \u0111\u1ec1 v\u00e0o bu\u1ed5i sinh ho\u1ea1t g\u1ea7n nh\u1ea5t v\u00e0 ghi \u00fd ki\u1ebfn th\u1ea3o lu\u1eadn v\u00e0o bi\u00ean b\u1ea3n.", "kept": true}, {"label": "content", "text": "M\u1ed7i \u0111\u1ea3ng vi\u00ean \u0111\u1ecdc t\u00e0i li\u1ec7u, \u0111\u0103ng k\u00fd m\u1ed9t vi\u1ec7c l\u00e0m c\u1ee5 th\u1ec3 v\u00e0 b\u00e1o c\u00e1o k\u1ebft qu\u1ea3 v\u1edbi chi b\u1ed9.", "kept": true}, {"label": "content", "text": "B\u00ed th\u01b0 chi b\u1ed9 g\u1eb7p tr\u1ef1c ti\u1ebfp nh\u1eefng \u0111\u1ea3ng vi\u00ean kh\u00f4ng d\u00f9ng \u0111i\u1ec7n tho\u1ea1i \u0111\u1ec3 \u0111\u1ecdc v\u00e0 gi\u1ea3i th\u00edch k\u1ebf ho\u1ea1ch.", "kept": true}, {"label": "content", "text": "V\u0103n ph\u00f2ng \u0110\u1ea3ng \u1ee7y t\u1ed5ng h\u1ee3p k\u1ebft qu\u1ea3, b\u00e1o c\u00e1o \u0110\u1ea3ng \u1ee7y t\u1ea1i k\u1ef3 h\u1ecdp g\u1ea7n nh\u1ea5t.", "kept": true}]','["\u0110\u1ecdc k\u1ebf ho\u1ea1ch, \u0111\u0103ng k\u00fd m\u1ed9t vi\u1ec7c l\u00e0m c\u1ee5 th\u1ec3", "D\u1ef1 bu\u1ed5i sinh ho\u1ea1t chuy\u00ean \u0111\u1ec1 c\u1ee7a chi b\u1ed9"]','ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH
ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH
*
Số 11-KH/ĐU

KẾ HOẠCH
Học tập chuyên đề "Nói đi đôi với làm" trong các chi bộ

Thực hiện chương trình công tác năm, Đảng ủy Liên đoàn Lao động tỉnh xây dựng kế hoạch như sau:

1. Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.

2. Mỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.

3. Bí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.

4. Văn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.','public','normal','{"kind": "everyone", "subject": 0}',1,'2026-12-02 10:00:00.000000',NULL,'[]',3,'2026-11-25 01:00:00.745285','2026-11-25 01:00:00.890106',2,'2026-11-25 01:00:00.972219','');
CREATE TABLE "exemptions" (
	id INTEGER NOT NULL CONSTRAINT pk_exemptions PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	exempt_from VARCHAR(32) NOT NULL, 
	reason VARCHAR(32) NOT NULL, 
	from_at DATETIME NOT NULL, 
	until_at DATETIME, 
	granted_by INTEGER, 
	granted_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	CONSTRAINT fk_exemptions_granted_by FOREIGN KEY(granted_by) REFERENCES members (id), 
	CONSTRAINT fk_exemptions_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
CREATE TABLE "files" (
	id INTEGER NOT NULL CONSTRAINT pk_files PRIMARY KEY AUTOINCREMENT, 
	content_hash TEXT NOT NULL, 
	media_type TEXT NOT NULL, 
	size BIGINT NOT NULL, 
	content BLOB NOT NULL, 
	made_at DATETIME NOT NULL, 
	until_at DATETIME, 
	CONSTRAINT uq_files_content_hash UNIQUE (content_hash)
);
INSERT INTO "files" VALUES(1,'260da5cb5f185fbeaaab0a60e700cda27061f76ce0bb9a98453deec0d1d1871b','image/png',535,X'89504E470D0A1A0A0000000D4948445200000168000001680100000000529E5C78000001DE4944415478DAED9BC16EC3300C4389FDFF3F6BE86251D4B01D0AD0C00630ED2175747A11684A7251EF5C4874A2139DE844FFA5683CD7D75D71A17FCDD3FAC03B57A27FB8E615E1C07F7D30E8F934BC7DBC5F370774BF8127C3CF2AC2FB0EEF49F3475E50E17D8D771D29A943BFB816DE37F4BB5AB8B176D3E8B79BF7B9FDE5137F62E64D73D86A8DA3E4F52D2004BD7E10C2981E5CB087A027BF81F3ADD195B58586B79777D194881B61CA137808FA7877498955EBF379785BF5BB77C8516BD93BC3DBED07BB51C2C59111481325045DF5E5D91FD9AC2A663AB818DE463D299A1308F0AE3A53CF7BEB1D4A0744578E5901BB29E16DF327444A67589DD832870841977E439D480B79496E27BFAD7AB236CDDE33D90D8F1FBCE007758636454E6FA0D113EF7EA942AE0388993884B731BF55BA95F4B8C4F036FA1370BCC31A7E153CE1EDAE2FD7C9074CEB0A52F784B7B7BE1C6B023D9382CC772EF0267299CE437BE2E1EDE4CD11CF54EF5A70A6BEBC505F32BD6564BF6C63089AFC77959C8B98C6ACB4BFA3274EFFADADAB95DB251DF1F0F6E9B7EC9AABAE5CA3CDF036EA77AD532734872B3004EDBC6B9D011F071EDE3778633A57D0D3C9D1932BFA2DBD12BE035198F0F6FA13E859136823257EF086FFCE7FC8129DE84427FADF447F0227520DCE124F82330000000049454E44AE426082','2026-11-26 01:10:44.802715','2026-11-27 01:10:44.802715');
CREATE TABLE "group_invitations" (
	id INTEGER NOT NULL CONSTRAINT pk_group_invitations PRIMARY KEY AUTOINCREMENT, 
	code_hash TEXT NOT NULL, 
	unit_id INTEGER NOT NULL, 
	made_by INTEGER, 
	made_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	used_at DATETIME, 
	used_by INTEGER, 
	CONSTRAINT fk_group_invitations_made_by FOREIGN KEY(made_by) REFERENCES members (id), 
	CONSTRAINT fk_group_invitations_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT fk_group_invitations_used_by FOREIGN KEY(used_by) REFERENCES addresses (id), 
	CONSTRAINT uq_group_invitations_code_hash UNIQUE (code_hash)
);
CREATE TABLE "history" (
	id INTEGER NOT NULL CONSTRAINT pk_history PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	actor_id BIGINT, 
	on_behalf_of BIGINT, 
	door VARCHAR(20) NOT NULL, 
	thing VARCHAR(32) NOT NULL, 
	thing_id BIGINT NOT NULL, 
	publication_id BIGINT, 
	member_id BIGINT, 
	unit_id BIGINT, 
	from_state VARCHAR(32) NOT NULL, 
	to_state VARCHAR(32) NOT NULL, 
	version BIGINT, 
	detail TEXT NOT NULL, address_id BIGINT
);
INSERT INTO "history" VALUES(1,'2026-11-22 19:58:41.450328',NULL,NULL,'command_line','member',1,NULL,1,2,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(2,'2026-11-22 19:58:41.456480',NULL,NULL,'command_line','role_grant',1,NULL,1,1,'','granted',NULL,'committee_leader',NULL);
INSERT INTO "history" VALUES(3,'2026-11-22 19:58:41.457032',NULL,NULL,'command_line','member',2,NULL,2,2,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(4,'2026-11-22 19:58:41.457280',NULL,NULL,'command_line','role_grant',2,NULL,2,1,'','granted',NULL,'approver',NULL);
INSERT INTO "history" VALUES(5,'2026-11-22 19:58:41.457494',NULL,NULL,'command_line','role_grant',3,NULL,2,1,'','granted',NULL,'committee_leader',NULL);
INSERT INTO "history" VALUES(6,'2026-11-22 19:58:41.457835',NULL,NULL,'command_line','member',3,NULL,3,2,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(7,'2026-11-22 19:58:41.458050',NULL,NULL,'command_line','role_grant',4,NULL,3,1,'','granted',NULL,'clerk',NULL);
INSERT INTO "history" VALUES(8,'2026-11-22 19:58:41.458363',NULL,NULL,'command_line','member',4,NULL,4,2,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(9,'2026-11-22 19:58:41.458573',NULL,NULL,'command_line','role_grant',5,NULL,4,1,'','granted',NULL,'admin',NULL);
INSERT INTO "history" VALUES(10,'2026-11-22 19:58:41.463780',NULL,NULL,'command_line','member',5,NULL,5,3,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(11,'2026-11-22 19:58:41.464104',NULL,NULL,'command_line','role_grant',6,NULL,5,3,'','granted',NULL,'secretary',NULL);
INSERT INTO "history" VALUES(12,'2026-11-22 19:58:41.464491',NULL,NULL,'command_line','member',6,NULL,6,3,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(13,'2026-11-22 19:58:41.464819',NULL,NULL,'command_line','member',7,NULL,7,3,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(14,'2026-11-22 19:58:41.465137',NULL,NULL,'command_line','member',8,NULL,8,3,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(15,'2026-11-22 19:58:41.465449',NULL,NULL,'command_line','member',9,NULL,9,4,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(16,'2026-11-22 19:58:41.465658',NULL,NULL,'command_line','role_grant',7,NULL,9,4,'','granted',NULL,'secretary',NULL);
INSERT INTO "history" VALUES(17,'2026-11-22 19:58:41.465966',NULL,NULL,'command_line','member',10,NULL,10,4,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(18,'2026-11-22 19:58:41.466174',NULL,NULL,'command_line','role_grant',8,NULL,10,4,'','granted',NULL,'deputy_secretary',NULL);
INSERT INTO "history" VALUES(19,'2026-11-22 19:58:41.466471',NULL,NULL,'command_line','member',11,NULL,11,4,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(20,'2026-11-22 19:58:41.466768',NULL,NULL,'command_line','member',12,NULL,12,4,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(21,'2026-11-22 19:58:41.470672',NULL,NULL,'command_line','member',13,NULL,13,5,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(22,'2026-11-22 19:58:41.471000',NULL,NULL,'command_line','role_grant',9,NULL,13,5,'','granted',NULL,'secretary',NULL);
INSERT INTO "history" VALUES(23,'2026-11-22 19:58:41.471334',NULL,NULL,'command_line','member',14,NULL,14,5,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(24,'2026-11-22 19:58:41.471649',NULL,NULL,'command_line','member',15,NULL,15,5,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(25,'2026-11-25 01:00:00.750871',3,NULL,'web','draft',1,NULL,NULL,NULL,'','open',1,'begun',NULL);
INSERT INTO "history" VALUES(26,'2026-11-25 01:00:00.769318',3,NULL,'web','draft',1,NULL,NULL,NULL,'open','open',2,'audience',NULL);
INSERT INTO "history" VALUES(27,'2026-11-25 01:00:00.804686',3,NULL,'web','draft',1,NULL,NULL,NULL,'open','open',3,'to_do',NULL);
INSERT INTO "history" VALUES(28,'2026-11-25 01:00:00.841904',3,NULL,'web','draft',1,NULL,NULL,NULL,'open','open',4,'scope',NULL);
INSERT INTO "history" VALUES(29,'2026-11-25 01:00:00.890739',3,NULL,'web','draft',1,NULL,NULL,NULL,'open','submitted',5,'submitted',NULL);
INSERT INTO "history" VALUES(30,'2026-11-25 01:00:00.972852',2,NULL,'web','draft',1,NULL,NULL,NULL,'submitted','published',6,'published',NULL);
INSERT INTO "history" VALUES(31,'2026-11-25 01:00:00.979886',2,NULL,'web','publication',1,1,NULL,NULL,'','in_force',1,'',NULL);
INSERT INTO "history" VALUES(32,'2026-11-25 01:00:00.992036',2,NULL,'web','obligation',1,1,1,2,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(33,'2026-11-25 01:00:00.992036',2,NULL,'web','obligation',2,1,2,2,'','exempt',1,'published',NULL);
INSERT INTO "history" VALUES(34,'2026-11-25 01:00:00.992036',2,NULL,'web','obligation',3,1,3,2,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(35,'2026-11-25 01:00:00.992036',2,NULL,'web','obligation',4,1,4,2,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(36,'2026-11-25 01:00:00.992036',2,NULL,'web','obligation',5,1,5,3,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(37,'2026-11-25 01:00:00.992036',2,NULL,'web','obligation',6,1,6,3,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(38,'2026-11-25 01:00:00.992036',2,NULL,'web','obligation',7,1,7,3,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(39,'2026-11-25 01:00:00.992036',2,NULL,'web','obligation',8,1,8,3,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(40,'2026-11-25 01:00:00.992036',2,NULL,'web','obligation',9,1,9,4,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(41,'2026-11-25 01:00:00.992036',2,NULL,'web','obligation',10,1,10,4,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(42,'2026-11-25 01:00:00.992036',2,NULL,'web','obligation',11,1,11,4,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(43,'2026-11-25 01:00:00.992036',2,NULL,'web','obligation',12,1,12,4,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(44,'2026-11-25 01:00:00.992036',2,NULL,'web','obligation',13,1,13,5,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(45,'2026-11-25 01:00:00.992036',2,NULL,'web','obligation',14,1,14,5,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(46,'2026-11-25 01:00:00.992036',2,NULL,'web','obligation',15,1,15,5,'','expected',1,'published',NULL);
INSERT INTO "history" VALUES(47,'2026-11-25 01:40:00.505879',1,NULL,'web','obligation',1,1,1,2,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(48,'2026-11-25 01:40:00.555959',5,NULL,'web','obligation',5,1,5,3,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(49,'2026-11-25 01:40:00.649551',8,NULL,'web','obligation',8,1,8,3,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(50,'2026-11-25 01:40:00.796579',9,NULL,'web','obligation',9,1,9,4,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(51,'2026-11-25 01:40:00.908880',10,NULL,'web','obligation',10,1,10,4,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(52,'2026-11-25 01:40:00.954086',14,NULL,'web','obligation',14,1,14,5,'expected','acknowledged',1,'',NULL);
INSERT INTO "history" VALUES(53,'2026-11-25 02:30:00.892292',11,NULL,'web','question',1,1,11,4,'','waiting',NULL,'',NULL);
INSERT INTO "history" VALUES(54,'2026-11-25 02:30:00.893172',11,NULL,'web','obligation',11,1,11,4,'expected','question',1,'',NULL);
INSERT INTO "history" VALUES(55,'2026-11-25 07:00:00.875708',NULL,NULL,'clock','coverage_day',739945,NULL,NULL,NULL,'','told',NULL,'',NULL);
INSERT INTO "history" VALUES(56,'2026-11-25 07:00:00.896126',5,NULL,'web','study_session',1,NULL,NULL,3,'','planned',1,'',NULL);
INSERT INTO "history" VALUES(57,'2026-11-25 07:00:01.065171',5,NULL,'web','study_session',1,NULL,NULL,3,'planned','announced',5,'',NULL);
INSERT INTO "history" VALUES(58,'2026-11-25 07:00:01.313653',6,NULL,'web','invitee',1,NULL,6,3,'none','yes',5,'',NULL);
INSERT INTO "history" VALUES(59,'2026-11-25 07:00:01.341405',8,NULL,'web','invitee',1,NULL,8,3,'none','no',5,'',NULL);
INSERT INTO "history" VALUES(60,'2026-11-26 01:10:11.835558',NULL,NULL,'command_line','unit',6,NULL,NULL,6,'','open',NULL,'1',NULL);
INSERT INTO "history" VALUES(61,'2026-11-26 01:10:22.491283',NULL,NULL,'command_line','unit',6,NULL,NULL,6,'open','renamed',NULL,'2',NULL);
INSERT INTO "history" VALUES(62,'2026-11-26 01:10:30.162332',NULL,NULL,'command_line','member',16,NULL,16,3,'','on_roster',NULL,'',NULL);
INSERT INTO "history" VALUES(63,'2026-11-26 01:10:30.166003',NULL,NULL,'command_line','invitee',1,NULL,16,3,'','invited',5,'',NULL);
INSERT INTO "history" VALUES(64,'2026-11-26 01:10:30.172652',NULL,NULL,'command_line','obligation',16,1,16,3,'','expected',1,'joined_later',NULL);
INSERT INTO "history" VALUES(65,'2026-11-26 01:10:30.215276',NULL,NULL,'command_line','invitation',1,NULL,16,3,'','open',NULL,'',NULL);
INSERT INTO "history" VALUES(66,'2026-11-26 01:10:36.905107',NULL,NULL,'command_line','role_grant',10,NULL,16,1,'','granted',NULL,'auditor',NULL);
INSERT INTO "history" VALUES(67,'2026-11-26 01:10:44.806208',NULL,NULL,'command_line','web_link',1,NULL,12,4,'','open',NULL,'',NULL);
INSERT INTO "history" VALUES(68,'2026-11-26 01:10:44.810545',NULL,NULL,'command_line','web_code',1,NULL,12,4,'','open',NULL,'',NULL);
INSERT INTO "history" VALUES(69,'2026-11-26 01:10:58.403775',NULL,NULL,'command_line','unit',6,NULL,NULL,6,'open','merged',NULL,'3',NULL);
CREATE TABLE "inbox" (
	id INTEGER NOT NULL CONSTRAINT pk_inbox PRIMARY KEY AUTOINCREMENT, 
	connection_id INTEGER NOT NULL, 
	update_id VARCHAR(80) NOT NULL, 
	conversation VARCHAR(80) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	body TEXT NOT NULL, 
	size BIGINT NOT NULL, 
	refused_because TEXT NOT NULL, 
	failures BIGINT NOT NULL, 
	worker TEXT, 
	lease_until DATETIME, 
	due_at DATETIME NOT NULL, 
	received_at DATETIME NOT NULL, 
	done_at DATETIME, 
	CONSTRAINT fk_inbox_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id), 
	CONSTRAINT uq_inbox_connection_id_update_id UNIQUE (connection_id, update_id)
);
CREATE TABLE "installation" (
	id INTEGER NOT NULL CONSTRAINT pk_installation PRIMARY KEY AUTOINCREMENT, 
	name TEXT NOT NULL, 
	clock_offset_seconds BIGINT NOT NULL, 
	sandbox BOOLEAN NOT NULL, 
	created_at DATETIME NOT NULL, swept_on DATE
);
INSERT INTO "installation" VALUES(1,'Văn phòng Đảng ủy',277874,1,'2026-11-22 19:58:41.431867','2026-11-26');
CREATE TABLE "invitations" (
	id INTEGER NOT NULL CONSTRAINT pk_invitations PRIMARY KEY AUTOINCREMENT, 
	code_hash TEXT NOT NULL, 
	member_id INTEGER NOT NULL, 
	made_by INTEGER, 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	used_at DATETIME, 
	used_by INTEGER, 
	revoked_at DATETIME, 
	short BOOLEAN NOT NULL, 
	connection_id INTEGER, 
	CONSTRAINT fk_invitations_made_by FOREIGN KEY(made_by) REFERENCES members (id), 
	CONSTRAINT fk_invitations_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_invitations_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id), 
	CONSTRAINT fk_invitations_used_by FOREIGN KEY(used_by) REFERENCES addresses (id), 
	CONSTRAINT uq_invitations_code_hash UNIQUE (code_hash)
);
INSERT INTO "invitations" VALUES(1,'9aa11a09f3824fbb711ac881740a03f3fb5cb682552e11f23c7606c02142d444',16,NULL,'2026-11-26 01:10:30.208547','2026-12-10 01:10:30.208547',NULL,NULL,NULL,0,NULL);
CREATE TABLE "invitees" (
	id INTEGER NOT NULL CONSTRAINT pk_invitees PRIMARY KEY AUTOINCREMENT, 
	session_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	answer VARCHAR(32) NOT NULL, 
	revision BIGINT NOT NULL, 
	because TEXT NOT NULL, 
	answered_at DATETIME, 
	CONSTRAINT fk_invitees_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_invitees_session_id FOREIGN KEY(session_id) REFERENCES study_sessions (id), 
	CONSTRAINT fk_invitees_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT uq_invitees_session_id_member_id UNIQUE (session_id, member_id)
);
INSERT INTO "invitees" VALUES(1,1,8,3,'no',5,'','2026-11-25 07:00:01.341155');
INSERT INTO "invitees" VALUES(2,1,6,3,'yes',5,'','2026-11-25 07:00:01.310172');
INSERT INTO "invitees" VALUES(3,1,5,3,'none',0,'',NULL);
INSERT INTO "invitees" VALUES(4,1,7,3,'none',0,'',NULL);
INSERT INTO "invitees" VALUES(5,1,16,3,'none',0,'',NULL);
CREATE TABLE "join_requests" (
	id INTEGER NOT NULL CONSTRAINT pk_join_requests PRIMARY KEY AUTOINCREMENT, 
	address_id INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	said_name TEXT NOT NULL, 
	said_unit TEXT NOT NULL, 
	account TEXT NOT NULL, 
	unit_id INTEGER, 
	made_at DATETIME NOT NULL, 
	decided_by INTEGER, 
	decided_at DATETIME, 
	member_id INTEGER, 
	invitation_id INTEGER, 
	CONSTRAINT fk_join_requests_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT fk_join_requests_decided_by FOREIGN KEY(decided_by) REFERENCES members (id), 
	CONSTRAINT fk_join_requests_invitation_id FOREIGN KEY(invitation_id) REFERENCES invitations (id), 
	CONSTRAINT fk_join_requests_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_join_requests_unit_id FOREIGN KEY(unit_id) REFERENCES units (id)
);
CREATE TABLE "knock_outcomes" (
	id INTEGER NOT NULL CONSTRAINT pk_knock_outcomes PRIMARY KEY AUTOINCREMENT, 
	knock_id INTEGER NOT NULL, 
	step VARCHAR(60) NOT NULL, 
	outcome TEXT NOT NULL, 
	CONSTRAINT fk_knock_outcomes_knock_id FOREIGN KEY(knock_id) REFERENCES inbox (id), 
	CONSTRAINT uq_knock_outcomes_knock_id_step UNIQUE (knock_id, step)
);
CREATE TABLE "member_moves" (
	id INTEGER NOT NULL CONSTRAINT pk_member_moves PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	from_unit_id INTEGER NOT NULL, 
	to_unit_id INTEGER NOT NULL, 
	on_date DATE NOT NULL, 
	moved_at DATETIME NOT NULL, 
	moved_by INTEGER, 
	change_id INTEGER, 
	CONSTRAINT fk_member_moves_change_id FOREIGN KEY(change_id) REFERENCES unit_changes (id), 
	CONSTRAINT fk_member_moves_from_unit_id FOREIGN KEY(from_unit_id) REFERENCES units (id), 
	CONSTRAINT fk_member_moves_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_member_moves_moved_by FOREIGN KEY(moved_by) REFERENCES members (id), 
	CONSTRAINT fk_member_moves_to_unit_id FOREIGN KEY(to_unit_id) REFERENCES units (id)
);
CREATE TABLE "members" (
	id INTEGER NOT NULL CONSTRAINT pk_members PRIMARY KEY AUTOINCREMENT, 
	full_name TEXT NOT NULL, 
	sort_key TEXT NOT NULL, 
	address_form VARCHAR(32) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	position TEXT NOT NULL, 
	unit_id INTEGER NOT NULL, 
	joined_at DATETIME NOT NULL, 
	left_at DATETIME, 
	on_paper BOOLEAN NOT NULL, 
	language VARCHAR(8) NOT NULL, 
	phone_hash TEXT NOT NULL, 
	quiet_from BIGINT, 
	quiet_until BIGINT, 
	erased_at DATETIME, 
	CONSTRAINT fk_members_unit_id FOREIGN KEY(unit_id) REFERENCES units (id)
);
INSERT INTO "members" VALUES(1,'Hà Văn Thuận','45314622370053120001482137000','comrade','official','Bí thư Đảng ủy',2,'2026-11-22 19:58:41.449204',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(2,'Lê Thu Minh','363237310003528000453146000','comrade','official','Phó Bí thư Thường trực Đảng ủy',2,'2026-11-22 19:58:41.456636',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(3,'Trần Thị Lan','35203700045432237001453132005','comrade','official','Văn thư',2,'2026-11-22 19:58:41.457586',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(4,'Phạm Quốc Dũng','254637300034131203600542463924004','comrade','official','Chánh Văn phòng',2,'2026-11-22 19:58:41.458139',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(5,'Vũ Đình Khôi','34313932000484600326323731001','comrade','official','Bí thư Chi bộ 1',3,'2026-11-22 19:58:41.458659',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(6,'Nguyễn Thanh Bình','233237310013730465128370034531203731000','comrade','official','Chuyên viên',3,'2026-11-22 19:58:41.464220',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(7,'Đỗ Thị Mai','3620320002639003453132005','comrade','official','Chuyên viên',3,'2026-11-22 19:58:41.464589',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(8,'Bùi Hoàng An','20370002346320013138203730001','comrade','probationary','Chuyên viên',3,'2026-11-22 19:58:41.464910',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(9,'Hoàng Kim Sơn','4440370003138203730001343236000','comrade','official','Bí thư Chi bộ 2',4,'2026-11-22 19:58:41.465225',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(10,'Đặng Hải Yến','51283700426213730005312032002','comrade','official','Phó Bí thư Chi bộ 2',4,'2026-11-22 19:58:41.465744',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(11,'Lý Ngọc Thu','453146000355100437303824005','comrade','official','Kế toán',4,'2026-11-22 19:58:41.466254',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(12,'Phan Văn Tâm','45223600041312037000482137000','comrade','official','Cán bộ hưu trí',4,'2026-11-22 19:58:41.466553',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(13,'Vũ Thị Hòa','3138200014846003453132005','comrade','official','Bí thư Chi bộ 3',5,'2026-11-22 19:58:41.470354',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(14,'Cao Bích Ngọc','3730382400524203800023322431004','sister','union','Nhân viên văn thư',5,'2026-11-22 19:58:41.471096',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(15,'Mai Hồng Phúc','4131462400436203200031393730001','brother','union','Lái xe',5,'2026-11-22 19:58:41.471425',NULL,0,'vi','',NULL,NULL,NULL);
INSERT INTO "members" VALUES(16,'Lương Văn Giang','30322037300003547403730000482137000','comrade','official','',3,'2026-11-26 01:10:30.161919',NULL,0,'vi','',NULL,NULL,NULL);
CREATE TABLE "obligation_moves" (
	id INTEGER NOT NULL CONSTRAINT pk_obligation_moves PRIMARY KEY AUTOINCREMENT, 
	obligation_id INTEGER NOT NULL, 
	publication_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	from_unit_id INTEGER NOT NULL, 
	to_unit_id INTEGER NOT NULL, 
	move_id BIGINT, 
	moved_at DATETIME NOT NULL, 
	CONSTRAINT fk_obligation_moves_from_unit_id FOREIGN KEY(from_unit_id) REFERENCES units (id), 
	CONSTRAINT fk_obligation_moves_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_obligation_moves_obligation_id FOREIGN KEY(obligation_id) REFERENCES obligations (id), 
	CONSTRAINT fk_obligation_moves_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT fk_obligation_moves_to_unit_id FOREIGN KEY(to_unit_id) REFERENCES units (id)
);
CREATE TABLE "obligations" (
	id INTEGER NOT NULL CONSTRAINT pk_obligations PRIMARY KEY AUTOINCREMENT, 
	publication_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	origin VARCHAR(32) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	because TEXT NOT NULL, 
	version BIGINT NOT NULL, 
	expected_at DATETIME NOT NULL, 
	changed_at DATETIME NOT NULL, 
	address_id INTEGER, 
	read_aloud_at DATETIME, 
	place TEXT NOT NULL, 
	witness TEXT NOT NULL, 
	recorded_by INTEGER, 
	reminders BIGINT NOT NULL, 
	reminded_at DATETIME, due_at DATETIME, 
	CONSTRAINT fk_obligations_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT fk_obligations_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_obligations_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT fk_obligations_recorded_by FOREIGN KEY(recorded_by) REFERENCES members (id), 
	CONSTRAINT fk_obligations_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT uq_obligations_publication_id_member_id UNIQUE (publication_id, member_id)
);
INSERT INTO "obligations" VALUES(1,1,1,2,'published','acknowledged','',1,'2026-11-25 01:00:00.980048','2026-11-25 01:40:00.505143',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(2,1,2,2,'published','exempt','người ban hành',1,'2026-11-25 01:00:00.980048','2026-11-25 01:00:00.980048',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(3,1,3,2,'published','expected','',1,'2026-11-25 01:00:00.980048','2026-11-25 01:00:00.980048',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(4,1,4,2,'published','expected','',1,'2026-11-25 01:00:00.980048','2026-11-25 01:00:00.980048',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(5,1,5,3,'published','acknowledged','',1,'2026-11-25 01:00:00.980048','2026-11-25 01:40:00.555701',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(6,1,6,3,'published','expected','',1,'2026-11-25 01:00:00.980048','2026-11-25 01:00:00.980048',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(7,1,7,3,'published','expected','',1,'2026-11-25 01:00:00.980048','2026-11-25 01:00:00.980048',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(8,1,8,3,'published','acknowledged','',1,'2026-11-25 01:00:00.980048','2026-11-25 01:40:00.649142',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(9,1,9,4,'published','acknowledged','',1,'2026-11-25 01:00:00.980048','2026-11-25 01:40:00.796264',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(10,1,10,4,'published','acknowledged','',1,'2026-11-25 01:00:00.980048','2026-11-25 01:40:00.908598',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(11,1,11,4,'published','question','',1,'2026-11-25 01:00:00.980048','2026-11-25 02:30:00.892512',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(12,1,12,4,'published','expected','',1,'2026-11-25 01:00:00.980048','2026-11-25 01:00:00.980048',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(13,1,13,5,'published','expected','',1,'2026-11-25 01:00:00.980048','2026-11-25 01:00:00.980048',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(14,1,14,5,'published','acknowledged','',1,'2026-11-25 01:00:00.980048','2026-11-25 01:40:00.953846',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(15,1,15,5,'published','expected','',1,'2026-11-25 01:00:00.980048','2026-11-25 01:00:00.980048',NULL,NULL,'','',NULL,0,NULL,NULL);
INSERT INTO "obligations" VALUES(16,1,16,3,'joined_later','expected','',1,'2026-11-26 01:10:30.166172','2026-11-26 01:10:30.166172',NULL,NULL,'','',NULL,0,NULL,'2026-12-03 10:00:00.000000');
CREATE TABLE "offers" (
	id INTEGER NOT NULL CONSTRAINT pk_offers PRIMARY KEY AUTOINCREMENT, 
	address_id INTEGER NOT NULL, 
	number BIGINT NOT NULL, 
	thing VARCHAR(20) NOT NULL, 
	thing_id BIGINT NOT NULL, 
	buttons TEXT NOT NULL, 
	offered_at DATETIME NOT NULL, 
	CONSTRAINT fk_offers_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT uq_offers_address_id_number UNIQUE (address_id, number)
);
INSERT INTO "offers" VALUES(1,2,27,'message',1,'[{"label":"✅ Duyệt, phát hành ngay","act":60,"subject":1,"argument":5,"token":"ARk8AAAAAQAAAAUAB6z7nuIDaonpgApY1U9O","code":"27 duyệt phát hành"},{"label":"🕑 Duyệt, hẹn giờ phát hành","act":61,"subject":1,"argument":5,"token":"ARk9AAAAAQAAAAUAB6z7cr-piLcpOF6yCSCU","code":"27 duyệt hẹn giờ"},{"label":"↩️ Trả lại","act":62,"subject":1,"argument":5,"token":"ARk-AAAAAQAAAAUAB6z72klYdGVyrjj7Ci4q","code":"27 trả lại"},{"label":"📄 Toàn văn","act":54,"subject":1,"argument":0,"token":"ARk2AAAAAQAAAAAAB6z7f1Qb9cvhOGHy-5nQ","code":"27 toàn văn"}]','2026-11-25 01:00:00.956492');
INSERT INTO "offers" VALUES(2,3,27,'message',22,'[{"label":"Mở bản dự thảo","act":40,"subject":1,"argument":0,"token":"ARkoAAAAAQAAAAAAB6z7Y-WLOefY4udn2TYy","code":"27"}]','2026-11-25 01:00:01.120442');
INSERT INTO "offers" VALUES(3,1,27,'publication',1,'[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z72D0Jj6QuPC6fvZHB","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7Oel5MOSTuOsAa2OG","code":"27"},{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z72t3rifPaJfs3d55E","code":"27"}]','2026-11-25 01:40:00.592509');
INSERT INTO "offers" VALUES(4,4,27,'publication',1,'[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z76YXQ7OuYHmpPak6o","code":"27"},{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7bEP7w39awr-gdCAl","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z77EIRgV2miYfnnGap","code":"27"}]','2026-11-25 01:00:01.146419');
INSERT INTO "offers" VALUES(5,3,56,'publication',1,'[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z71MhwhZcFzeVQfcBt","code":"56"},{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7AsHmvop79RyJLVuw","code":"56 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7FmSZIQidb_Iyx5Fg","code":"56"}]','2026-11-25 01:00:01.235608');
INSERT INTO "offers" VALUES(6,5,27,'publication',1,'[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7ijK0a96-rSUQfXIF","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7AAfJ3K4G9OeCuipN","code":"27"},{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z7K3yRSJvT_JtB1a_G","code":"27"}]','2026-11-25 01:40:00.602181');
INSERT INTO "offers" VALUES(7,6,27,'publication',1,'[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z7nyrpn7G05FLCevAO","code":"27"},{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7lKApJmXHWGbPuaEh","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7938btJ8sKi3jU7f_","code":"27"}]','2026-11-25 01:00:01.416209');
INSERT INTO "offers" VALUES(8,7,27,'publication',1,'[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z7FnoO2N4BHu-_HbUX","code":"27"},{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z79FeZbEjjf__flnl5","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7FXTyTdRbG3f0fsgi","code":"27"}]','2026-11-25 01:00:01.450281');
INSERT INTO "offers" VALUES(9,8,27,'publication',1,'[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7Tv9agOayn80A4J5C","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7zq_DJ9A8UCjZlIPd","code":"27"},{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z704sWGyRd-J0Y4ujE","code":"27"}]','2026-11-25 01:40:00.681961');
INSERT INTO "offers" VALUES(10,9,27,'publication',1,'[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7lAUmsb85D2TZnPgh","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7vbMkfWnqrnCmwUTk","code":"27"},{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z7dp-X2uTXvkU8ZJr7","code":"27"}]','2026-11-25 01:40:01.021656');
INSERT INTO "offers" VALUES(11,10,27,'publication',1,'[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7UdJQqpNgoe4LwzSp","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7i5e1tY--n97hWcYo","code":"27"},{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z7344ZPSgLkixzcKGc","code":"27"}]','2026-11-25 01:40:01.025055');
INSERT INTO "offers" VALUES(12,11,27,'publication',1,'[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z72yrJhpie1VKnst8E","code":"27"},{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7vYtrJO1j0nrkDsg3","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7C_95rh0ySEZ9VgzG","code":"27"}]','2026-11-25 02:30:00.924278');
INSERT INTO "offers" VALUES(13,12,27,'publication',1,'[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z7NI7OBcvRGx2cfvlG","code":"27"},{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7z_r4d5wb_m2nTLXY","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7dsgUo0ARfDU6SfRR","code":"27"}]','2026-11-25 01:00:01.626688');
INSERT INTO "offers" VALUES(14,13,27,'publication',1,'[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7ttbMDoQha1EkTHXa","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7K7j3tJoJebYEKxs7","code":"27"},{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z7JlbEvwWKFSeuU2nb","code":"27"}]','2026-11-25 01:40:01.059051');
INSERT INTO "offers" VALUES(15,14,27,'publication',1,'[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z7CTstYuu_akcxXSIp","code":"27"},{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z71T3boHiXPSYxeKI2","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7mG8suMemhJlXqMwX","code":"27"}]','2026-11-25 01:00:01.648474');
INSERT INTO "offers" VALUES(16,1,56,'message',15,'[{"label":"👥 Xem tên (7)","act":21,"subject":1,"argument":0,"token":"ARkVAAAAAQAAAAAAB6z7YnSQryUUNEFzcy9J","code":"56 xem tên"},{"label":"🔔 Nhắc (6)","act":22,"subject":1,"argument":0,"token":"ARkWAAAAAQAAAAAAB6z7HbLV_BhAOjnXSIZN","code":"56 nhắc"},{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"ARkgAAAAAQAAAAAAB6z7O1UezH5Pzg18dGrk","code":"56 cần gọi"},{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"ARkkAAAAAQAAAAAAB6z7kk0WBshUrAXbJHEn","code":"56 báo cáo"}]','2026-11-25 02:30:00.955120');
INSERT INTO "offers" VALUES(17,2,56,'message',16,'[{"label":"👥 Xem tên (7)","act":21,"subject":1,"argument":0,"token":"ARkVAAAAAQAAAAAAB6z7ZGaFXzkRBn1F6U5-","code":"56 xem tên"},{"label":"🔔 Nhắc (6)","act":22,"subject":1,"argument":0,"token":"ARkWAAAAAQAAAAAAB6z7FzKhqGDd72_2DBex","code":"56 nhắc"},{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"ARkgAAAAAQAAAAAAB6z7w3N6z1Oidba5b71V","code":"56 cần gọi"},{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"ARkkAAAAAQAAAAAAB6z7iaY07w0RycQ9fNDB","code":"56 báo cáo"}]','2026-11-25 02:30:00.966490');
INSERT INTO "offers" VALUES(18,3,85,'message',17,'[{"label":"👥 Xem tên (7)","act":21,"subject":1,"argument":0,"token":"ARkVAAAAAQAAAAAAB6z7xKoaSG-xrt-ThOio","code":"85 xem tên"},{"label":"🔔 Nhắc (6)","act":22,"subject":1,"argument":0,"token":"ARkWAAAAAQAAAAAAB6z7KdFFo0eWoINrc017","code":"85 nhắc"},{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"ARkgAAAAAQAAAAAAB6z7sEOkj1iwG2b2S2qW","code":"85 cần gọi"},{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"ARkkAAAAAQAAAAAAB6z7oSXXsHaNVTm45xeM","code":"85 báo cáo"}]','2026-11-25 02:30:00.973657');
INSERT INTO "offers" VALUES(22,5,56,'message',18,'[{"label":"👥 Xem tên (2)","act":21,"subject":1,"argument":0,"token":"ARkVAAAAAQAAAAAAB6z7FjcxN3t_mZMZ30fK","code":"56 xem tên"},{"label":"🔔 Nhắc (2)","act":22,"subject":1,"argument":0,"token":"ARkWAAAAAQAAAAAAB6z7Fvxp7LXyHrUF_a-A","code":"56 nhắc"},{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"ARkkAAAAAQAAAAAAB6z7PTUjYPNJaoB0hUub","code":"56 báo cáo"}]','2026-11-25 01:40:01.537588');
INSERT INTO "offers" VALUES(23,9,56,'message',19,'[{"label":"👥 Xem tên (1)","act":21,"subject":1,"argument":0,"token":"ARkVAAAAAQAAAAAAB6z7pLBYjSz3shRyoQML","code":"56 xem tên"},{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"ARkgAAAAAQAAAAAAB6z7ir3HKX2gNXs-XPKT","code":"56 cần gọi"},{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"ARkkAAAAAQAAAAAAB6z7n0IXgOCn23WL4QFj","code":"56 báo cáo"},{"label":"🔔 Nhắc (1)","act":22,"subject":1,"argument":0,"token":"ARkWAAAAAQAAAAAAB6z7YiUWk2QFM9cONTvW","code":"56 nhắc"}]','2026-11-25 02:30:01.670455');
INSERT INTO "offers" VALUES(24,10,56,'message',20,'[{"label":"👥 Xem tên (1)","act":21,"subject":1,"argument":0,"token":"ARkVAAAAAQAAAAAAB6z7vw_H9WHGl2zrbTMN","code":"56 xem tên"},{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"ARkgAAAAAQAAAAAAB6z7l9FkWVRkEfXBSK9F","code":"56 cần gọi"},{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"ARkkAAAAAQAAAAAAB6z7aOGgEDU4OMUmum4K","code":"56 báo cáo"},{"label":"🔔 Nhắc (1)","act":22,"subject":1,"argument":0,"token":"ARkWAAAAAQAAAAAAB6z7pe5_iXMmdiHUgmMG","code":"56 nhắc"}]','2026-11-25 02:30:01.696403');
INSERT INTO "offers" VALUES(25,12,56,'message',21,'[{"label":"👥 Xem tên (2)","act":21,"subject":1,"argument":0,"token":"ARkVAAAAAQAAAAAAB6z7ifMfVTpMuqu5qFcs","code":"56 xem tên"},{"label":"🔔 Nhắc (2)","act":22,"subject":1,"argument":0,"token":"ARkWAAAAAQAAAAAAB6z75koGlEL9b8oHeDUp","code":"56 nhắc"},{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"ARkkAAAAAQAAAAAAB6z7Hzb50b3qQ8vuXlxt","code":"56 báo cáo"}]','2026-11-25 01:40:01.653583');
INSERT INTO "offers" VALUES(43,9,85,'message',23,'[{"label":"💬 Trả lời","act":23,"subject":1,"argument":0,"token":"ARkXAAAAAQAAAAAAB6z74lyvuwJIVYIuVUTm","code":"85 trả lời"},{"label":"📄 Mở văn bản","act":1,"subject":1,"argument":0,"token":"ARkBAAAAAQAAAAAAB6z7SNdBpboFqvX0CbC0","code":"85 mở văn bản"}]','2026-11-25 02:30:00.928105');
INSERT INTO "offers" VALUES(44,10,85,'message',24,'[{"label":"💬 Trả lời","act":23,"subject":1,"argument":0,"token":"ARkXAAAAAQAAAAAAB6z72xLG1gdVjCuhKGzU","code":"85 trả lời"},{"label":"📄 Mở văn bản","act":1,"subject":1,"argument":0,"token":"ARkBAAAAAQAAAAAAB6z7NxmvFtlHu-iXsepr","code":"85 mở văn bản"}]','2026-11-25 02:30:00.931126');
INSERT INTO "offers" VALUES(50,8,56,'session',1,'[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"ARkIAAAAAQAAAAUAB6z7QUiPiVlrYPw0UKcm","code":"56 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"ARkJAAAAAQAAAAUAB6z7sAymPZWmSO_QSEUd","code":"56 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"ARkKAAAAAQAAAAUAB6z7DAFoTayfdXHQunwE","code":"56 chưa chắc"}]','2026-11-25 07:00:01.151204');
INSERT INTO "offers" VALUES(51,6,56,'session',1,'[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"ARkIAAAAAQAAAAUAB6z76eDch0w06L8m2rro","code":"56 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"ARkJAAAAAQAAAAUAB6z7devzCZ4mTWHy6FQX","code":"56 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"ARkKAAAAAQAAAAUAB6z70tnoLuOawoerIaY9","code":"56 chưa chắc"}]','2026-11-26 01:10:00.519477');
INSERT INTO "offers" VALUES(52,5,85,'session',1,'[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"ARkIAAAAAQAAAAUAB6z7-Tps61wlTNpUJnNs","code":"85 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"ARkJAAAAAQAAAAUAB6z7yTWFwPfkiz98wSAq","code":"85 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"ARkKAAAAAQAAAAUAB6z71-ATh334wgRxnPhW","code":"85 chưa chắc"}]','2026-11-26 01:10:00.522205');
INSERT INTO "offers" VALUES(53,7,56,'session',1,'[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"ARkIAAAAAQAAAAUAB6z7LICFhP5aS9MJRnFk","code":"56 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"ARkJAAAAAQAAAAUAB6z7UDkX4ChhcIbK66zz","code":"56 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"ARkKAAAAAQAAAAUAB6z73aZNf_C3bjAAOUA2","code":"56 chưa chắc"}]','2026-11-26 01:10:00.531944');
CREATE TABLE "openings" (
	id INTEGER NOT NULL CONSTRAINT pk_openings PRIMARY KEY AUTOINCREMENT, 
	publication_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	address_id INTEGER, 
	through TEXT NOT NULL, 
	opened_at DATETIME NOT NULL, 
	CONSTRAINT fk_openings_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT fk_openings_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_openings_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT uq_openings_publication_id_member_id_through UNIQUE (publication_id, member_id, through)
);
CREATE TABLE paces (
	address_id INTEGER NOT NULL, 
	next_at BIGINT NOT NULL, 
	CONSTRAINT pk_paces PRIMARY KEY (address_id), 
	CONSTRAINT fk_paces_address_id FOREIGN KEY(address_id) REFERENCES addresses (id)
);
CREATE TABLE "publications" (
	id INTEGER NOT NULL CONSTRAINT pk_publications PRIMARY KEY AUTOINCREMENT, 
	draft_id INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	version BIGINT NOT NULL, 
	audience JSON NOT NULL, 
	asks_acknowledgement BOOLEAN NOT NULL, 
	due_at DATETIME, 
	published_at DATETIME NOT NULL, 
	created_by INTEGER, 
	approved_by INTEGER, 
	CONSTRAINT fk_publications_approved_by FOREIGN KEY(approved_by) REFERENCES members (id), 
	CONSTRAINT fk_publications_created_by FOREIGN KEY(created_by) REFERENCES members (id), 
	CONSTRAINT fk_publications_draft_id FOREIGN KEY(draft_id) REFERENCES drafts (id), 
	CONSTRAINT uq_publications_draft_id UNIQUE (draft_id)
);
INSERT INTO "publications" VALUES(1,1,'in_force',1,'{"kind": "everyone", "subject": 0}',1,'2026-12-02 10:00:00.000000','2026-11-25 01:00:00.972219',3,2);
CREATE TABLE "questions" (
	id INTEGER NOT NULL CONSTRAINT pk_questions PRIMARY KEY AUTOINCREMENT, 
	publication_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	question TEXT NOT NULL, 
	asked_at DATETIME NOT NULL, 
	answer TEXT NOT NULL, 
	answered_by INTEGER, 
	answered_at DATETIME, 
	CONSTRAINT fk_questions_answered_by FOREIGN KEY(answered_by) REFERENCES members (id), 
	CONSTRAINT fk_questions_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_questions_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT fk_questions_unit_id FOREIGN KEY(unit_id) REFERENCES units (id)
);
INSERT INTO "questions" VALUES(1,1,11,4,'waiting','Việc làm đăng ký theo cá nhân hay theo tổ công tác ạ?','2026-11-25 02:30:00.891280','',NULL,NULL);
CREATE TABLE rates (
	connection_id INTEGER NOT NULL, 
	tat BIGINT NOT NULL, 
	reply_tat BIGINT NOT NULL, 
	CONSTRAINT pk_rates PRIMARY KEY (connection_id), 
	CONSTRAINT fk_rates_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id)
);
INSERT INTO "rates" VALUES(1,1795377526501286,0);
CREATE TABLE "role_grants" (
	id INTEGER NOT NULL CONSTRAINT pk_role_grants PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	unit_id INTEGER NOT NULL, 
	from_at DATETIME NOT NULL, 
	until_at DATETIME, 
	granted_by INTEGER, 
	CONSTRAINT fk_role_grants_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_role_grants_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT fk_role_grants_granted_by FOREIGN KEY(granted_by) REFERENCES members (id)
);
INSERT INTO "role_grants" VALUES(1,1,'committee_leader',1,'2026-11-22 19:58:41.455641',NULL,NULL);
INSERT INTO "role_grants" VALUES(2,2,'approver',1,'2026-11-22 19:58:41.457115',NULL,NULL);
INSERT INTO "role_grants" VALUES(3,2,'committee_leader',1,'2026-11-22 19:58:41.457349',NULL,NULL);
INSERT INTO "role_grants" VALUES(4,3,'clerk',1,'2026-11-22 19:58:41.457906',NULL,NULL);
INSERT INTO "role_grants" VALUES(5,4,'admin',1,'2026-11-22 19:58:41.458432',NULL,NULL);
INSERT INTO "role_grants" VALUES(6,5,'secretary',3,'2026-11-22 19:58:41.463899',NULL,NULL);
INSERT INTO "role_grants" VALUES(7,9,'secretary',4,'2026-11-22 19:58:41.465516',NULL,NULL);
INSERT INTO "role_grants" VALUES(8,10,'deputy_secretary',4,'2026-11-22 19:58:41.466032',NULL,NULL);
INSERT INTO "role_grants" VALUES(9,13,'secretary',5,'2026-11-22 19:58:41.470755',NULL,NULL);
INSERT INTO "role_grants" VALUES(10,16,'auditor',1,'2026-11-26 01:10:36.903894',NULL,NULL);
CREATE TABLE "roster_imports" (
	id INTEGER NOT NULL CONSTRAINT pk_roster_imports PRIMARY KEY AUTOINCREMENT, 
	state VARCHAR(32) NOT NULL, 
	file_name TEXT NOT NULL, 
	fingerprint TEXT NOT NULL, 
	difference TEXT NOT NULL, 
	made_by INTEGER, 
	made_at DATETIME NOT NULL, 
	until_at DATETIME NOT NULL, 
	applied_by INTEGER, 
	applied_at DATETIME, 
	CONSTRAINT fk_roster_imports_applied_by FOREIGN KEY(applied_by) REFERENCES members (id), 
	CONSTRAINT fk_roster_imports_made_by FOREIGN KEY(made_by) REFERENCES members (id)
);
CREATE TABLE "study_sessions" (
	id INTEGER NOT NULL CONSTRAINT pk_study_sessions PRIMARY KEY AUTOINCREMENT, 
	unit_id INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	revision BIGINT NOT NULL, 
	title TEXT NOT NULL, 
	starts_at DATETIME, 
	ends_at DATETIME, 
	place TEXT NOT NULL, 
	chair_id INTEGER, 
	created_by INTEGER, 
	created_at DATETIME NOT NULL, 
	announced_at DATETIME, 
	CONSTRAINT fk_study_sessions_chair_id FOREIGN KEY(chair_id) REFERENCES members (id), 
	CONSTRAINT fk_study_sessions_created_by FOREIGN KEY(created_by) REFERENCES members (id), 
	CONSTRAINT fk_study_sessions_unit_id FOREIGN KEY(unit_id) REFERENCES units (id)
);
INSERT INTO "study_sessions" VALUES(1,3,'announced',5,'Sinh hoạt chuyên đề: Nói đi đôi với làm','2026-11-27 07:00:00.000000','2026-11-27 08:30:00.000000','Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh',5,5,'2026-11-25 07:00:00.895397','2026-11-25 07:00:01.064113');
CREATE TABLE "subscriptions" (
	id INTEGER NOT NULL CONSTRAINT pk_subscriptions PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	topic_id INTEGER NOT NULL, 
	subscribed BOOLEAN NOT NULL, 
	changed_at DATETIME NOT NULL, rhythm VARCHAR(32), 
	CONSTRAINT fk_subscriptions_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_subscriptions_topic_id FOREIGN KEY(topic_id) REFERENCES topics (id), 
	CONSTRAINT uq_subscriptions_member_id_topic_id UNIQUE (member_id, topic_id)
);
CREATE TABLE "topic_settings" (
	id INTEGER NOT NULL CONSTRAINT pk_topic_settings PRIMARY KEY AUTOINCREMENT, 
	topic_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	mandatory BOOLEAN NOT NULL, 
	on_by_default BOOLEAN NOT NULL, 
	rhythm VARCHAR(32) NOT NULL, 
	locked_because TEXT NOT NULL, 
	CONSTRAINT fk_topic_settings_topic_id FOREIGN KEY(topic_id) REFERENCES topics (id), 
	CONSTRAINT fk_topic_settings_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT uq_topic_settings_topic_id_unit_id UNIQUE (topic_id, unit_id)
);
CREATE TABLE "topics" (
	id INTEGER NOT NULL CONSTRAINT pk_topics PRIMARY KEY AUTOINCREMENT, 
	name TEXT NOT NULL, 
	position BIGINT NOT NULL, 
	mandatory BOOLEAN NOT NULL, 
	on_by_default BOOLEAN NOT NULL, 
	locked_because TEXT NOT NULL, 
	rhythm VARCHAR(32) NOT NULL, 
	closed_at DATETIME, 
	CONSTRAINT uq_topics_name UNIQUE (name)
);
INSERT INTO "topics" VALUES(1,'Văn bản chỉ đạo',1,1,1,'Đảng ủy quy định: văn bản chỉ đạo phải đến từng người.','at_once',NULL);
INSERT INTO "topics" VALUES(2,'Kết quả hội nghị',2,0,1,'','at_once',NULL);
INSERT INTO "topics" VALUES(3,'Học tập chuyên đề',3,0,0,'','at_once',NULL);
INSERT INTO "topics" VALUES(4,'Công tác công đoàn',4,0,0,'','at_once',NULL);
CREATE TABLE "unit_changes" (
	id INTEGER NOT NULL CONSTRAINT pk_unit_changes PRIMARY KEY AUTOINCREMENT, 
	unit_id INTEGER, 
	change VARCHAR(32) NOT NULL, 
	on_date DATE NOT NULL, 
	kind VARCHAR(32), 
	name TEXT NOT NULL, 
	short_name TEXT NOT NULL, 
	target_id INTEGER, 
	made_by INTEGER, 
	made_at DATETIME NOT NULL, 
	confirmed_at DATETIME, 
	applied_at DATETIME, 
	called_off_at DATETIME, 
	CONSTRAINT fk_unit_changes_made_by FOREIGN KEY(made_by) REFERENCES members (id), 
	CONSTRAINT fk_unit_changes_target_id FOREIGN KEY(target_id) REFERENCES units (id), 
	CONSTRAINT fk_unit_changes_unit_id FOREIGN KEY(unit_id) REFERENCES units (id)
);
INSERT INTO "unit_changes" VALUES(1,6,'open','2026-11-26','branch','Chi bộ 4','CB4',2,NULL,'2026-11-26 01:10:11.830276','2026-11-26 01:10:11.832016','2026-11-26 01:10:11.832016',NULL);
INSERT INTO "unit_changes" VALUES(2,6,'rename','2026-11-26',NULL,'Chi bộ Văn phòng','Chi bộ Văn phòng',NULL,NULL,'2026-11-26 01:10:22.485599','2026-11-26 01:10:22.486116','2026-11-26 01:10:22.486116',NULL);
INSERT INTO "unit_changes" VALUES(3,6,'merge','2026-11-26',NULL,'','',3,NULL,'2026-11-26 01:10:58.391358','2026-11-26 01:10:58.391682','2026-11-26 01:10:58.391682',NULL);
CREATE TABLE "unit_spans" (
	id INTEGER NOT NULL CONSTRAINT pk_unit_spans PRIMARY KEY AUTOINCREMENT, 
	unit_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	short_name TEXT NOT NULL, 
	parent_id INTEGER, 
	from_on DATE NOT NULL, 
	until_on DATE, 
	CONSTRAINT fk_unit_spans_parent_id FOREIGN KEY(parent_id) REFERENCES units (id), 
	CONSTRAINT fk_unit_spans_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT uq_unit_spans_unit_id_from_on UNIQUE (unit_id, from_on)
);
INSERT INTO "unit_spans" VALUES(1,1,'Liên đoàn Lao động tỉnh','LĐLĐ tỉnh',NULL,'2026-11-23',NULL);
INSERT INTO "unit_spans" VALUES(2,2,'Đảng ủy LĐLĐ tỉnh','Đảng ủy',1,'2026-11-23',NULL);
INSERT INTO "unit_spans" VALUES(3,3,'Chi bộ 1','Chi bộ 1',2,'2026-11-23',NULL);
INSERT INTO "unit_spans" VALUES(4,4,'Chi bộ 2','Chi bộ 2',2,'2026-11-23',NULL);
INSERT INTO "unit_spans" VALUES(5,5,'Chi bộ 3','Chi bộ 3',2,'2026-11-23',NULL);
INSERT INTO "unit_spans" VALUES(6,6,'Chi bộ Văn phòng','Chi bộ Văn phòng',2,'2026-11-26','2026-11-26');
CREATE TABLE unit_words (
	kind VARCHAR(32) NOT NULL, 
	word TEXT NOT NULL, 
	short_word TEXT NOT NULL, 
	CONSTRAINT pk_unit_words PRIMARY KEY (kind)
);
CREATE TABLE "units" (
	id INTEGER NOT NULL CONSTRAINT pk_units PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	short_name TEXT NOT NULL, 
	parent_id INTEGER, 
	position BIGINT NOT NULL, 
	opened_on DATE NOT NULL, 
	closed_on DATE, 
	merged_into_id INTEGER, 
	CONSTRAINT fk_units_parent_id FOREIGN KEY(parent_id) REFERENCES units (id), 
	CONSTRAINT fk_units_merged_into_id FOREIGN KEY(merged_into_id) REFERENCES units (id)
);
INSERT INTO "units" VALUES(1,'federation','Liên đoàn Lao động tỉnh','LĐLĐ tỉnh',NULL,1,'2026-11-23',NULL,NULL);
INSERT INTO "units" VALUES(2,'committee','Đảng ủy LĐLĐ tỉnh','Đảng ủy',1,1,'2026-11-23',NULL,NULL);
INSERT INTO "units" VALUES(3,'branch','Chi bộ 1','Chi bộ 1',2,1,'2026-11-23',NULL,NULL);
INSERT INTO "units" VALUES(4,'branch','Chi bộ 2','Chi bộ 2',2,2,'2026-11-23',NULL,NULL);
INSERT INTO "units" VALUES(5,'branch','Chi bộ 3','Chi bộ 3',2,3,'2026-11-23',NULL,NULL);
INSERT INTO "units" VALUES(6,'branch','Chi bộ Văn phòng','Chi bộ Văn phòng',2,4,'2026-11-26','2026-11-26',3);
CREATE TABLE usages (
	connection_id INTEGER NOT NULL, 
	month VARCHAR(7) NOT NULL, 
	outgoing BIGINT NOT NULL, 
	incoming BIGINT NOT NULL, 
	told_percent BIGINT NOT NULL, 
	spent_at DATETIME, 
	CONSTRAINT pk_usages PRIMARY KEY (connection_id, month), 
	CONSTRAINT fk_usages_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id)
);
CREATE TABLE "versions" (
	id INTEGER NOT NULL CONSTRAINT pk_versions PRIMARY KEY AUTOINCREMENT, 
	publication_id INTEGER NOT NULL, 
	version BIGINT NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	type_name TEXT NOT NULL, 
	number TEXT NOT NULL, 
	number_key TEXT NOT NULL, 
	title TEXT NOT NULL, 
	issuer TEXT NOT NULL, 
	issued_on DATE, 
	event_on DATE, 
	chair TEXT NOT NULL, 
	main_points JSON NOT NULL, 
	to_do JSON NOT NULL, 
	body TEXT NOT NULL, 
	scope VARCHAR(32) NOT NULL, 
	urgency VARCHAR(32) NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT fk_versions_publication_id FOREIGN KEY(publication_id) REFERENCES publications (id), 
	CONSTRAINT uq_versions_publication_id_version UNIQUE (publication_id, version)
);
INSERT INTO "versions" VALUES(1,1,1,'directive','Kế hoạch','11-KH/ĐU','11|KH|ĐU','Học tập chuyên đề "Nói đi đôi với làm" trong các chi bộ','ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH',NULL,NULL,'','[{"label": "content", "text": "C\u00e1c chi b\u1ed9 \u0111\u01b0a chuy\u00ean \u0111\u1ec1 v\u00e0o bu\u1ed5i sinh ho\u1ea1t g\u1ea7n nh\u1ea5t v\u00e0 ghi \u00fd ki\u1ebfn th\u1ea3o lu\u1eadn v\u00e0o bi\u00ean b\u1ea3n."}, {"label": "content", "text": "M\u1ed7i \u0111\u1ea3ng vi\u00ean \u0111\u1ecdc t\u00e0i li\u1ec7u, \u0111\u0103ng k\u00fd m\u1ed9t vi\u1ec7c l\u00e0m c\u1ee5 th\u1ec3 v\u00e0 b\u00e1o c\u00e1o k\u1ebft qu\u1ea3 v\u1edbi chi b\u1ed9."}, {"label": "content", "text": "B\u00ed th\u01b0 chi b\u1ed9 g\u1eb7p tr\u1ef1c ti\u1ebfp nh\u1eefng \u0111\u1ea3ng vi\u00ean kh\u00f4ng d\u00f9ng \u0111i\u1ec7n tho\u1ea1i \u0111\u1ec3 \u0111\u1ecdc v\u00e0 gi\u1ea3i th\u00edch k\u1ebf ho\u1ea1ch."}, {"label": "content", "text": "V\u0103n ph\u00f2ng \u0110\u1ea3ng \u1ee7y t\u1ed5ng h\u1ee3p k\u1ebft qu\u1ea3, b\u00e1o c\u00e1o \u0110\u1ea3ng \u1ee7y t\u1ea1i k\u1ef3 h\u1ecdp g\u1ea7n nh\u1ea5t."}]','["\u0110\u1ecdc k\u1ebf ho\u1ea1ch, \u0111\u0103ng k\u00fd m\u1ed9t vi\u1ec7c l\u00e0m c\u1ee5 th\u1ec3", "D\u1ef1 bu\u1ed5i sinh ho\u1ea1t chuy\u00ean \u0111\u1ec1 c\u1ee7a chi b\u1ed9"]','ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH
ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH
*
Số 11-KH/ĐU

KẾ HOẠCH
Học tập chuyên đề "Nói đi đôi với làm" trong các chi bộ

Thực hiện chương trình công tác năm, Đảng ủy Liên đoàn Lao động tỉnh xây dựng kế hoạch như sau:

1. Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.

2. Mỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.

3. Bí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.

4. Văn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.','public','normal','2026-11-25 01:00:00.972219');
CREATE TABLE "web_codes" (
	id INTEGER NOT NULL CONSTRAINT pk_web_codes PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	code_hash TEXT NOT NULL, 
	made_by INTEGER, 
	made_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	wrong_tries BIGINT NOT NULL, 
	used_at DATETIME, 
	revoked_at DATETIME, 
	CONSTRAINT fk_web_codes_made_by FOREIGN KEY(made_by) REFERENCES members (id), 
	CONSTRAINT fk_web_codes_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
INSERT INTO "web_codes" VALUES(1,12,'b9dcfa3d77443859acfc6242694b0b3da98bd9de6fb4b40e87b18959ce8b8f0a',NULL,'2026-11-26 01:10:44.802715','2026-12-03 01:10:44.802715',0,NULL,NULL);
CREATE TABLE "web_links" (
	id INTEGER NOT NULL CONSTRAINT pk_web_links PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	made_by INTEGER, 
	made_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	opened_at DATETIME, 
	revoked_at DATETIME, 
	CONSTRAINT fk_web_links_made_by FOREIGN KEY(made_by) REFERENCES members (id), 
	CONSTRAINT fk_web_links_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
INSERT INTO "web_links" VALUES(1,12,NULL,'2026-11-26 01:10:44.805627','2027-02-24 01:10:44.805627',NULL,NULL);
CREATE TABLE "web_messages" (
	id INTEGER NOT NULL CONSTRAINT pk_web_messages PRIMARY KEY AUTOINCREMENT, 
	address_id INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	from_member BOOLEAN NOT NULL, 
	once_key VARCHAR(120), 
	created_at DATETIME NOT NULL, 
	edited_at DATETIME, 
	CONSTRAINT fk_web_messages_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT uq_web_messages_once_key UNIQUE (once_key)
);
INSERT INTO "web_messages" VALUES(1,2,'{"blocks":[{"text":"DỰ THẢO · Văn bản chỉ đạo · CHỜ DUYỆT","block":"bold"},{"text":"Người soạn: đồng chí Lan","block":"line"},{"text":"Gửi cho: Toàn tổ chức","block":"line"},{"text":"15 người, gửi tin được cho 14 người","block":"line"},{"text":"Phạm vi: công khai (gửi cả ý chính và toàn văn)","block":"line"},{"text":"Mức độ: thường (gửi trong giờ làm việc)","block":"line"},{"text":"","block":"line"},{"text":"Người nhận sẽ thấy:","block":"line"},{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Từng đồng chí cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Duyệt, phát hành ngay","act":60,"subject":1,"argument":5,"token":"ARk8AAAAAQAAAAUAB6z7nuIDaonpgApY1U9O","code":"27 duyệt phát hành"}],[{"label":"🕑 Duyệt, hẹn giờ phát hành","act":61,"subject":1,"argument":5,"token":"ARk9AAAAAQAAAAUAB6z7cr-piLcpOF6yCSCU","code":"27 duyệt hẹn giờ"}],[{"label":"↩️ Trả lại","act":62,"subject":1,"argument":5,"token":"ARk-AAAAAQAAAAUAB6z72klYdGVyrjj7Ci4q","code":"27 trả lại"},{"label":"📄 Toàn văn","act":54,"subject":1,"argument":0,"token":"ARk2AAAAAQAAAAAAB6z7f1Qb9cvhOGHy-5nQ","code":"27 toàn văn"}]],"block":"buttons"}],"protected":false}',0,'draft:1:r5:m2:approval','2026-11-25 01:00:01.164017',NULL);
INSERT INTO "web_messages" VALUES(2,3,'{"blocks":[{"text":"Đã phát hành: Số 11-KH/ĐU.","block":"line"},{"rows":[[{"label":"Mở bản dự thảo","act":40,"subject":1,"argument":0,"token":"ARkoAAAAAQAAAAAAB6z7Y-WLOefY4udn2TYy","code":"27"}]],"block":"buttons"}],"protected":false}',0,'draft:1:r6:news','2026-11-25 01:00:01.272791',NULL);
INSERT INTO "web_messages" VALUES(3,1,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Thuận cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"✅ Đồng chí đã xác nhận lúc 08:40, 25/11","block":"line"},{"rows":[[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z72D0Jj6QuPC6fvZHB","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7Oel5MOSTuOsAa2OG","code":"27"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m1:card','2026-11-25 01:00:01.280052','2026-11-25 01:40:00.741506');
INSERT INTO "web_messages" VALUES(4,4,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Dũng cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z76YXQ7OuYHmpPak6o","code":"27"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7bEP7w39awr-gdCAl","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z77EIRgV2miYfnnGap","code":"27"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m4:card','2026-11-25 01:00:01.287907',NULL);
INSERT INTO "web_messages" VALUES(5,3,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Lan cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z71MhwhZcFzeVQfcBt","code":"56"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7AsHmvop79RyJLVuw","code":"56 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7FmSZIQidb_Iyx5Fg","code":"56"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m3:card','2026-11-25 01:00:01.322566',NULL);
INSERT INTO "web_messages" VALUES(6,5,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Khôi cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"✅ Đồng chí đã xác nhận lúc 08:40, 25/11","block":"line"},{"rows":[[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7ijK0a96-rSUQfXIF","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7AAfJ3K4G9OeCuipN","code":"27"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m5:card','2026-11-25 01:00:01.332031','2026-11-25 01:40:00.750376');
INSERT INTO "web_messages" VALUES(7,6,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Bình cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z7nyrpn7G05FLCevAO","code":"27"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7lKApJmXHWGbPuaEh","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7938btJ8sKi3jU7f_","code":"27"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m6:card','2026-11-25 01:00:01.491568',NULL);
INSERT INTO "web_messages" VALUES(8,7,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Mai cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z7FnoO2N4BHu-_HbUX","code":"27"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z79FeZbEjjf__flnl5","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7FXTyTdRbG3f0fsgi","code":"27"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m7:card','2026-11-25 01:00:01.495965',NULL);
INSERT INTO "web_messages" VALUES(9,8,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí An cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"✅ Đồng chí đã xác nhận lúc 08:40, 25/11","block":"line"},{"rows":[[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7Tv9agOayn80A4J5C","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7zq_DJ9A8UCjZlIPd","code":"27"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m8:card','2026-11-25 01:00:01.517271','2026-11-25 01:40:00.843771');
INSERT INTO "web_messages" VALUES(10,9,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Sơn cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"✅ Đồng chí đã xác nhận lúc 08:40, 25/11","block":"line"},{"rows":[[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7lAUmsb85D2TZnPgh","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7vbMkfWnqrnCmwUTk","code":"27"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m9:card','2026-11-25 01:00:01.524074','2026-11-25 01:40:01.141370');
INSERT INTO "web_messages" VALUES(11,10,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Yến cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"✅ Đồng chí đã xác nhận lúc 08:40, 25/11","block":"line"},{"rows":[[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7UdJQqpNgoe4LwzSp","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7i5e1tY--n97hWcYo","code":"27"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m10:card','2026-11-25 01:00:01.527085','2026-11-25 01:40:01.149310');
INSERT INTO "web_messages" VALUES(12,11,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Thu cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"❓ Câu hỏi của đồng chí đang chờ trả lời","block":"line"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z72yrJhpie1VKnst8E","code":"27"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7vYtrJO1j0nrkDsg3","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7C_95rh0ySEZ9VgzG","code":"27"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m11:card','2026-11-25 01:00:01.561632','2026-11-25 02:30:00.986208');
INSERT INTO "web_messages" VALUES(13,12,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Đồng chí Hòa cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z7NI7OBcvRGx2cfvlG","code":"27"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7z_r4d5wb_m2nTLXY","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7dsgUo0ARfDU6SfRR","code":"27"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m13:card','2026-11-25 01:00:01.769748',NULL);
INSERT INTO "web_messages" VALUES(14,13,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Chị Ngọc cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"text":"✅ Chị đã xác nhận lúc 08:40, 25/11","block":"line"},{"rows":[[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z7ttbMDoQha1EkTHXa","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7K7j3tJoJebYEKxs7","code":"27"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m14:card','2026-11-25 01:00:01.771077','2026-11-25 01:40:01.151156');
INSERT INTO "web_messages" VALUES(15,14,'{"blocks":[{"text":"VĂN BẢN CHỈ ĐẠO · cần xác nhận","block":"bold"},{"text":"Số 11-KH/ĐU · Kế hoạch","block":"line"},{"text":"Học tập chuyên đề \"Nói đi đôi với làm\" trong các chi bộ","block":"bold"},{"text":"ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH","block":"line"},{"text":"⏰ Hạn: 17:00 thứ Tư, 02/12/2026","block":"line"},{"label":"Việc cần làm (chạm để mở)","text":"Anh Phúc cần làm:\n1. Đọc kế hoạch, đăng ký một việc làm cụ thể\n2. Dự buổi sinh hoạt chuyên đề của chi bộ","block":"folded"},{"label":"Ý chính (chạm để mở)","text":"Các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất và ghi ý kiến thảo luận vào biên bản.\nMỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể và báo cáo kết quả với chi bộ.\nBí thư chi bộ gặp trực tiếp những đảng viên không dùng điện thoại để đọc và giải thích kế hoạch.\nVăn phòng Đảng ủy tổng hợp kết quả, báo cáo Đảng ủy tại kỳ họp gần nhất.","block":"folded"},{"rows":[[{"label":"✅ Đã nắm","act":2,"subject":1,"argument":0,"token":"ARkCAAAAAQAAAAAAB6z7CTstYuu_akcxXSIp","code":"27"}],[{"label":"📄 Toàn văn","act":4,"subject":1,"argument":0,"token":"ARkEAAAAAQAAAAAAB6z71T3boHiXPSYxeKI2","code":"27 toàn văn"},{"label":"❓ Hỏi lại","act":3,"subject":1,"argument":0,"token":"ARkDAAAAAQAAAAAAB6z7mG8suMemhJlXqMwX","code":"27"}]],"block":"buttons"}],"protected":false}',0,'pub:1:v1:m15:card','2026-11-25 01:00:01.772108',NULL);
INSERT INTO "web_messages" VALUES(16,1,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"09:30 thứ Tư, 25/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 6/14 người","block":"line"},{"text":"Đang hỏi 1","block":"line"},{"text":"Chưa xác nhận 7 (1 chưa nhận được tin)","block":"line"},{"text":"Không tính: 1 người ban hành","block":"line"},{"text":"Đảng ủy: 1/3 · Chi bộ 1: 2/4 · Chi bộ 2: 2/4 · Chi bộ 3: 1/3","block":"line"},{"rows":[[{"label":"👥 Xem tên (7)","act":21,"subject":1,"argument":0,"token":"ARkVAAAAAQAAAAAAB6z7YnSQryUUNEFzcy9J","code":"56 xem tên"},{"label":"🔔 Nhắc (6)","act":22,"subject":1,"argument":0,"token":"ARkWAAAAAQAAAAAAB6z7HbLV_BhAOjnXSIZN","code":"56 nhắc"}],[{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"ARkgAAAAAQAAAAAAB6z7O1UezH5Pzg18dGrk","code":"56 cần gọi"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"ARkkAAAAAQAAAAAAB6z7kk0WBshUrAXbJHEn","code":"56 báo cáo"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m1:progress','2026-11-25 01:00:01.794382','2026-11-25 02:30:01.002546');
INSERT INTO "web_messages" VALUES(17,2,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"09:30 thứ Tư, 25/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 6/14 người","block":"line"},{"text":"Đang hỏi 1","block":"line"},{"text":"Chưa xác nhận 7 (1 chưa nhận được tin)","block":"line"},{"text":"Không tính: 1 người ban hành","block":"line"},{"text":"Đảng ủy: 1/3 · Chi bộ 1: 2/4 · Chi bộ 2: 2/4 · Chi bộ 3: 1/3","block":"line"},{"rows":[[{"label":"👥 Xem tên (7)","act":21,"subject":1,"argument":0,"token":"ARkVAAAAAQAAAAAAB6z7ZGaFXzkRBn1F6U5-","code":"56 xem tên"},{"label":"🔔 Nhắc (6)","act":22,"subject":1,"argument":0,"token":"ARkWAAAAAQAAAAAAB6z7FzKhqGDd72_2DBex","code":"56 nhắc"}],[{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"ARkgAAAAAQAAAAAAB6z7w3N6z1Oidba5b71V","code":"56 cần gọi"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"ARkkAAAAAQAAAAAAB6z7iaY07w0RycQ9fNDB","code":"56 báo cáo"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m2:progress','2026-11-25 01:00:01.800931','2026-11-25 02:30:01.012955');
INSERT INTO "web_messages" VALUES(18,3,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"09:30 thứ Tư, 25/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 6/14 người","block":"line"},{"text":"Đang hỏi 1","block":"line"},{"text":"Chưa xác nhận 7 (1 chưa nhận được tin)","block":"line"},{"text":"Không tính: 1 người ban hành","block":"line"},{"text":"Đảng ủy: 1/3 · Chi bộ 1: 2/4 · Chi bộ 2: 2/4 · Chi bộ 3: 1/3","block":"line"},{"rows":[[{"label":"👥 Xem tên (7)","act":21,"subject":1,"argument":0,"token":"ARkVAAAAAQAAAAAAB6z7xKoaSG-xrt-ThOio","code":"85 xem tên"},{"label":"🔔 Nhắc (6)","act":22,"subject":1,"argument":0,"token":"ARkWAAAAAQAAAAAAB6z7KdFFo0eWoINrc017","code":"85 nhắc"}],[{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"ARkgAAAAAQAAAAAAB6z7sEOkj1iwG2b2S2qW","code":"85 cần gọi"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"ARkkAAAAAQAAAAAAB6z7oSXXsHaNVTm45xeM","code":"85 báo cáo"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m3:progress','2026-11-25 01:00:01.807553','2026-11-25 02:30:01.015548');
INSERT INTO "web_messages" VALUES(19,5,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"08:40 thứ Tư, 25/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 2/4 người","block":"line"},{"text":"Chưa xác nhận 2","block":"line"},{"rows":[[{"label":"👥 Xem tên (2)","act":21,"subject":1,"argument":0,"token":"ARkVAAAAAQAAAAAAB6z7FjcxN3t_mZMZ30fK","code":"56 xem tên"},{"label":"🔔 Nhắc (2)","act":22,"subject":1,"argument":0,"token":"ARkWAAAAAQAAAAAAB6z7Fvxp7LXyHrUF_a-A","code":"56 nhắc"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"ARkkAAAAAQAAAAAAB6z7PTUjYPNJaoB0hUub","code":"56 báo cáo"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m5:progress','2026-11-25 01:00:02.077998','2026-11-25 01:40:01.675672');
INSERT INTO "web_messages" VALUES(20,9,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"09:30 thứ Tư, 25/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 2/4 người","block":"line"},{"text":"Đang hỏi 1","block":"line"},{"text":"Chưa xác nhận 1 (1 chưa nhận được tin)","block":"line"},{"rows":[[{"label":"👥 Xem tên (1)","act":21,"subject":1,"argument":0,"token":"ARkVAAAAAQAAAAAAB6z7pLBYjSz3shRyoQML","code":"56 xem tên"},{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"ARkgAAAAAQAAAAAAB6z7ir3HKX2gNXs-XPKT","code":"56 cần gọi"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"ARkkAAAAAQAAAAAAB6z7n0IXgOCn23WL4QFj","code":"56 báo cáo"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m9:progress','2026-11-25 01:00:02.097587','2026-11-25 02:30:01.763934');
INSERT INTO "web_messages" VALUES(21,10,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"09:30 thứ Tư, 25/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 2/4 người","block":"line"},{"text":"Đang hỏi 1","block":"line"},{"text":"Chưa xác nhận 1 (1 chưa nhận được tin)","block":"line"},{"rows":[[{"label":"👥 Xem tên (1)","act":21,"subject":1,"argument":0,"token":"ARkVAAAAAQAAAAAAB6z7vw_H9WHGl2zrbTMN","code":"56 xem tên"},{"label":"☎ Cần gọi (1)","act":32,"subject":1,"argument":0,"token":"ARkgAAAAAQAAAAAAB6z7l9FkWVRkEfXBSK9F","code":"56 cần gọi"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"ARkkAAAAAQAAAAAAB6z7aOGgEDU4OMUmum4K","code":"56 báo cáo"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m10:progress','2026-11-25 01:00:02.101431','2026-11-25 02:30:01.770931');
INSERT INTO "web_messages" VALUES(22,12,'{"blocks":[{"text":"TIẾN ĐỘ · Số 11-KH/ĐU","block":"bold"},{"text":"08:40 thứ Tư, 25/11 · hạn 17:00 thứ Tư, 02/12","block":"line"},{"text":"Đã xác nhận 1/3 người","block":"line"},{"text":"Chưa xác nhận 2","block":"line"},{"rows":[[{"label":"👥 Xem tên (2)","act":21,"subject":1,"argument":0,"token":"ARkVAAAAAQAAAAAAB6z7ifMfVTpMuqu5qFcs","code":"56 xem tên"},{"label":"🔔 Nhắc (2)","act":22,"subject":1,"argument":0,"token":"ARkWAAAAAQAAAAAAB6z75koGlEL9b8oHeDUp","code":"56 nhắc"}],[{"label":"📊 Báo cáo","act":36,"subject":1,"argument":0,"token":"ARkkAAAAAQAAAAAAB6z7Hzb50b3qQ8vuXlxt","code":"56 báo cáo"}]],"block":"buttons"}],"protected":false}',0,'pub:1:m13:progress','2026-11-25 01:00:02.399488','2026-11-25 01:40:01.728322');
INSERT INTO "web_messages" VALUES(23,9,'{"blocks":[{"text":"CÂU HỎI · Số 11-KH/ĐU","block":"bold"},{"text":"Lý Ngọc Thu (Chi bộ 2) hỏi lúc 09:30, 25/11:","block":"line"},{"text":"“Việc làm đăng ký theo cá nhân hay theo tổ công tác ạ?”","block":"line"},{"rows":[[{"label":"💬 Trả lời","act":23,"subject":1,"argument":0,"token":"ARkXAAAAAQAAAAAAB6z74lyvuwJIVYIuVUTm","code":"85 trả lời"}],[{"label":"📄 Mở văn bản","act":1,"subject":1,"argument":0,"token":"ARkBAAAAAQAAAAAAB6z7SNdBpboFqvX0CbC0","code":"85 mở văn bản"}]],"block":"buttons"}],"protected":false}',0,'question:1:m9','2026-11-25 02:30:00.988085',NULL);
INSERT INTO "web_messages" VALUES(24,10,'{"blocks":[{"text":"CÂU HỎI · Số 11-KH/ĐU","block":"bold"},{"text":"Lý Ngọc Thu (Chi bộ 2) hỏi lúc 09:30, 25/11:","block":"line"},{"text":"“Việc làm đăng ký theo cá nhân hay theo tổ công tác ạ?”","block":"line"},{"rows":[[{"label":"💬 Trả lời","act":23,"subject":1,"argument":0,"token":"ARkXAAAAAQAAAAAAB6z72xLG1gdVjCuhKGzU","code":"85 trả lời"}],[{"label":"📄 Mở văn bản","act":1,"subject":1,"argument":0,"token":"ARkBAAAAAQAAAAAAB6z7NxmvFtlHu-iXsepr","code":"85 mở văn bản"}]],"block":"buttons"}],"protected":false}',0,'question:1:m10','2026-11-25 02:30:00.989206',NULL);
INSERT INTO "web_messages" VALUES(25,8,'{"blocks":[{"text":"THƯ MỜI · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Kính mời đồng chí An dự","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"text":"Trả lời trước 17:00 thứ Năm, 26/11","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"ARkIAAAAAQAAAAUAB6z7QUiPiVlrYPw0UKcm","code":"56 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"ARkJAAAAAQAAAAUAB6z7sAymPZWmSO_QSEUd","code":"56 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"ARkKAAAAAQAAAAUAB6z7DAFoTayfdXHQunwE","code":"56 chưa chắc"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m8:invite','2026-11-25 07:00:01.236205',NULL);
INSERT INTO "web_messages" VALUES(26,6,'{"blocks":[{"text":"THƯ MỜI · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Kính mời đồng chí Bình dự","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"text":"Trả lời trước 17:00 thứ Năm, 26/11","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"ARkIAAAAAQAAAAUAB6z76eDch0w06L8m2rro","code":"56 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"ARkJAAAAAQAAAAUAB6z7devzCZ4mTWHy6FQX","code":"56 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"ARkKAAAAAQAAAAUAB6z70tnoLuOawoerIaY9","code":"56 chưa chắc"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m6:invite','2026-11-25 07:00:01.239607',NULL);
INSERT INTO "web_messages" VALUES(27,5,'{"blocks":[{"text":"THƯ MỜI · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Kính mời đồng chí Khôi dự","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"text":"Trả lời trước 17:00 thứ Năm, 26/11","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"ARkIAAAAAQAAAAUAB6z7-Tps61wlTNpUJnNs","code":"85 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"ARkJAAAAAQAAAAUAB6z7yTWFwPfkiz98wSAq","code":"85 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"ARkKAAAAAQAAAAUAB6z71-ATh334wgRxnPhW","code":"85 chưa chắc"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m5:invite','2026-11-25 07:00:01.243674',NULL);
INSERT INTO "web_messages" VALUES(28,7,'{"blocks":[{"text":"THƯ MỜI · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Kính mời đồng chí Mai dự","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"text":"Trả lời trước 17:00 thứ Năm, 26/11","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"ARkIAAAAAQAAAAUAB6z7LICFhP5aS9MJRnFk","code":"56 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"ARkJAAAAAQAAAAUAB6z7UDkX4ChhcIbK66zz","code":"56 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"ARkKAAAAAQAAAAUAB6z73aZNf_C3bjAAOUA2","code":"56 chưa chắc"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m7:invite','2026-11-25 07:00:01.259565',NULL);
INSERT INTO "web_messages" VALUES(29,6,'{"blocks":[{"text":"NHẮC LỊCH · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Đồng chí Bình đã nhận lời dự buổi sinh hoạt ngày mai.","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"ARkIAAAAAQAAAAUAB6z76eDch0w06L8m2rro","code":"56 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"ARkJAAAAAQAAAAUAB6z7devzCZ4mTWHy6FQX","code":"56 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"ARkKAAAAAQAAAAUAB6z70tnoLuOawoerIaY9","code":"56 chưa chắc"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m6:d-1','2026-11-26 01:10:00.567064',NULL);
INSERT INTO "web_messages" VALUES(30,5,'{"blocks":[{"text":"NHẮC LỊCH · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Đồng chí Khôi chưa trả lời thư mời sinh hoạt ngày mai. Xin chọn một câu trả lời bên dưới.","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"ARkIAAAAAQAAAAUAB6z7-Tps61wlTNpUJnNs","code":"85 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"ARkJAAAAAQAAAAUAB6z7yTWFwPfkiz98wSAq","code":"85 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"ARkKAAAAAQAAAAUAB6z71-ATh334wgRxnPhW","code":"85 chưa chắc"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m5:d-1','2026-11-26 01:10:00.575945',NULL);
INSERT INTO "web_messages" VALUES(31,7,'{"blocks":[{"text":"NHẮC LỊCH · Sinh hoạt chuyên đề: Nói đi đôi với làm","block":"bold"},{"text":"Đồng chí Mai chưa trả lời thư mời sinh hoạt ngày mai. Xin chọn một câu trả lời bên dưới.","block":"line"},{"text":"🕢 14:00–15:30 thứ Sáu, 27/11/2026","block":"line"},{"text":"📍 Phòng họp tầng 2, trụ sở Liên đoàn Lao động tỉnh","block":"line"},{"text":"Chủ trì: đ/c Khôi, Bí thư Chi bộ 1","block":"line"},{"rows":[[{"label":"✅ Dự","act":8,"subject":1,"argument":5,"token":"ARkIAAAAAQAAAAUAB6z7LICFhP5aS9MJRnFk","code":"56 dự"},{"label":"🙏 Xin vắng","act":9,"subject":1,"argument":5,"token":"ARkJAAAAAQAAAAUAB6z7UDkX4ChhcIbK66zz","code":"56 xin vắng"},{"label":"Chưa chắc","act":10,"subject":1,"argument":5,"token":"ARkKAAAAAQAAAAUAB6z73aZNf_C3bjAAOUA2","code":"56 chưa chắc"}]],"block":"buttons"}],"protected":false}',0,'study:1:r5:m7:d-1','2026-11-26 01:10:00.585634',NULL);
CREATE TABLE "web_sessions" (
	id INTEGER NOT NULL CONSTRAINT pk_web_sessions PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	address_id INTEGER NOT NULL, 
	token_hash TEXT NOT NULL, 
	made_at DATETIME NOT NULL, 
	seen_at DATETIME NOT NULL, 
	ends_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	CONSTRAINT fk_web_sessions_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
	CONSTRAINT fk_web_sessions_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT uq_web_sessions_token_hash UNIQUE (token_hash)
);
CREATE INDEX ix_history_publication_id ON history (publication_id);
CREATE INDEX ix_history_thing_thing_id ON history (thing, thing_id);
CREATE INDEX ix_history_at ON history (at);
CREATE INDEX ix_history_member_id ON history (member_id);
CREATE INDEX ix_history_actor_id ON history (actor_id);
CREATE INDEX ix_history_unit_id ON history (unit_id);
CREATE INDEX ix_members_unit_id ON members (unit_id);
CREATE INDEX ix_members_phone_hash ON members (phone_hash);
CREATE INDEX ix_inbox_state_connection_id_conversation ON inbox (state, connection_id, conversation);
CREATE INDEX ix_addresses_member_id ON addresses (member_id);
CREATE INDEX ix_drafts_state_publish_at ON drafts (state, publish_at);
CREATE INDEX ix_units_parent_id ON units (parent_id);
CREATE INDEX ix_study_sessions_state_starts_at ON study_sessions (state, starts_at);
CREATE INDEX ix_consents_member_id ON consents (member_id);
CREATE INDEX ix_invitees_member_id ON invitees (member_id);
CREATE INDEX ix_publications_state_due_at ON publications (state, due_at);
CREATE INDEX ix_web_messages_address_id ON web_messages (address_id);
CREATE INDEX ix_deliveries_address_id_message_id ON deliveries (address_id, message_id);
CREATE INDEX ix_deliveries_connection_id_state_lane_rank_id ON deliveries (connection_id, state, lane, rank, id);
CREATE INDEX ix_deliveries_publication_id_member_id ON deliveries (publication_id, member_id);
CREATE INDEX ix_deliveries_session_id ON deliveries (session_id);
CREATE INDEX ix_obligations_member_id_state ON obligations (member_id, state);
CREATE INDEX ix_obligations_publication_id_state ON obligations (publication_id, state);
CREATE INDEX ix_obligations_due_at ON obligations (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX ix_questions_publication_id ON questions (publication_id);
CREATE INDEX ix_questions_state_unit_id ON questions (state, unit_id);
CREATE INDEX ix_versions_number_key ON versions (number_key);
CREATE INDEX ix_data_requests_member_id ON data_requests (member_id);
CREATE INDEX ix_data_requests_state_due_by ON data_requests (state, due_by);
CREATE INDEX ix_exemptions_member_id ON exemptions (member_id);
CREATE INDEX ix_unit_changes_applied_at_on_date ON unit_changes (applied_at, on_date);
CREATE INDEX ix_web_codes_member_id ON web_codes (member_id);
CREATE INDEX ix_web_links_member_id ON web_links (member_id);
CREATE INDEX ix_member_moves_member_id ON member_moves (member_id);
CREATE INDEX ix_web_sessions_member_id ON web_sessions (member_id);
CREATE INDEX ix_join_requests_address_id ON join_requests (address_id);
CREATE INDEX ix_join_requests_state ON join_requests (state);
CREATE INDEX ix_digest_items_delivery_id_due_on ON digest_items (delivery_id, due_on);
CREATE INDEX ix_obligation_moves_publication_id ON obligation_moves (publication_id);
CREATE INDEX ix_role_grants_member_id ON role_grants (member_id);
CREATE TRIGGER history_refuses_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_refuses_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_refuses_replace BEFORE INSERT ON history WHEN EXISTS (SELECT 1 FROM history WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX ix_invitations_member_id ON invitations (member_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('history',69);
INSERT INTO "sqlite_sequence" VALUES('installation',1);
INSERT INTO "sqlite_sequence" VALUES('members',16);
INSERT INTO "sqlite_sequence" VALUES('inbox',0);
INSERT INTO "sqlite_sequence" VALUES('addresses',14);
INSERT INTO "sqlite_sequence" VALUES('drafts',1);
INSERT INTO "sqlite_sequence" VALUES('knock_outcomes',0);
INSERT INTO "sqlite_sequence" VALUES('units',6);
INSERT INTO "sqlite_sequence" VALUES('study_sessions',1);
INSERT INTO "sqlite_sequence" VALUES('subscriptions',0);
INSERT INTO "sqlite_sequence" VALUES('consents',56);
INSERT INTO "sqlite_sequence" VALUES('invitees',5);
INSERT INTO "sqlite_sequence" VALUES('publications',1);
INSERT INTO "sqlite_sequence" VALUES('web_messages',31);
INSERT INTO "sqlite_sequence" VALUES('deliveries',31);
INSERT INTO "sqlite_sequence" VALUES('obligations',16);
INSERT INTO "sqlite_sequence" VALUES('openings',0);
INSERT INTO "sqlite_sequence" VALUES('questions',1);
INSERT INTO "sqlite_sequence" VALUES('versions',1);
INSERT INTO "sqlite_sequence" VALUES('attempts',84);
INSERT INTO "sqlite_sequence" VALUES('files',1);
INSERT INTO "sqlite_sequence" VALUES('topic_settings',0);
INSERT INTO "sqlite_sequence" VALUES('unit_spans',6);
INSERT INTO "sqlite_sequence" VALUES('data_requests',0);
INSERT INTO "sqlite_sequence" VALUES('exemptions',0);
INSERT INTO "sqlite_sequence" VALUES('roster_imports',0);
INSERT INTO "sqlite_sequence" VALUES('unit_changes',3);
INSERT INTO "sqlite_sequence" VALUES('web_codes',1);
INSERT INTO "sqlite_sequence" VALUES('web_links',1);
INSERT INTO "sqlite_sequence" VALUES('group_invitations',0);
INSERT INTO "sqlite_sequence" VALUES('member_moves',0);
INSERT INTO "sqlite_sequence" VALUES('web_sessions',0);
INSERT INTO "sqlite_sequence" VALUES('join_requests',0);
INSERT INTO "sqlite_sequence" VALUES('digest_items',0);
INSERT INTO "sqlite_sequence" VALUES('obligation_moves',0);
INSERT INTO "sqlite_sequence" VALUES('connections',2);
INSERT INTO "sqlite_sequence" VALUES('topics',4);
INSERT INTO "sqlite_sequence" VALUES('role_grants',10);
INSERT INTO "sqlite_sequence" VALUES('invitations',1);
INSERT INTO "sqlite_sequence" VALUES('offers',56);
COMMIT;
