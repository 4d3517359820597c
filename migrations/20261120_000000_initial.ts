import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_price_lists_kind" AS ENUM('contract', 'customer', 'tier', 'base', 'cost');
  CREATE TYPE "public"."enum_products_status" AS ENUM('draft', 'active', 'discontinued', 'archived');
  CREATE TYPE "public"."enum_units_dimension" AS ENUM('count', 'mass', 'length', 'volume', 'area', 'time');
  CREATE TYPE "public"."enum_variants_backorder" AS ENUM('none', 'allowed');
  CREATE TYPE "public"."enum_variants_status" AS ENUM('draft', 'active', 'discontinued', 'archived');
  CREATE TYPE "public"."enum_audit_log_outcome" AS ENUM('success', 'failure', 'pending');
  CREATE TYPE "public"."enum_custom_fields_type" AS ENUM('text', 'number', 'yes-no', 'day', 'choice');
  CREATE TYPE "public"."enum_exports_format" AS ENUM('csv', 'xlsx');
  CREATE TYPE "public"."enum_exports_state" AS ENUM('waiting', 'running', 'done', 'failed');
  CREATE TYPE "public"."enum_import_rows_state" AS ENUM('created', 'updated', 'unchanged', 'failed');
  CREATE TYPE "public"."enum_imports_kind" AS ENUM('network', 'dealers', 'people', 'products', 'prices', 'stock');
  CREATE TYPE "public"."enum_imports_state" AS ENUM('ready', 'waiting', 'running', 'done', 'failed', 'undoing', 'undone');
  CREATE TYPE "public"."enum_notification_deliveries_state" AS ENUM('pending', 'sent', 'kept', 'failed', 'stopped');
  CREATE TYPE "public"."enum_security_events_severity" AS ENUM('low', 'medium', 'high', 'critical');
  CREATE TYPE "public"."enum_security_events_status" AS ENUM('open', 'acknowledged', 'resolved');
  CREATE TYPE "public"."enum_batches_state" AS ENUM('waiting', 'running', 'done', 'failed');
  CREATE TYPE "public"."enum_batch_items_state" AS ENUM('waiting', 'done', 'refused');
  CREATE TYPE "public"."enum_invoices_kind" AS ENUM('invoice', 'credit-note');
  CREATE TYPE "public"."enum_invoices_settlement" AS ENUM('open', 'partial', 'paid');
  CREATE TYPE "public"."enum_invoices_tax_rounding" AS ENUM('line', 'document');
  CREATE TYPE "public"."enum_invoices_status" AS ENUM('draft', 'posted', 'void');
  CREATE TYPE "public"."enum_payments_direction" AS ENUM('in', 'out');
  CREATE TYPE "public"."enum_payments_method" AS ENUM('bank-transfer', 'cheque', 'card', 'cash', 'other');
  CREATE TYPE "public"."enum_payments_status" AS ENUM('pending', 'cleared', 'cancelled', 'reversed');
  CREATE TYPE "public"."enum_invitations_status" AS ENUM('open', 'accepted', 'revoked');
  CREATE TYPE "public"."enum_api_keys_status" AS ENUM('active', 'suspended', 'revoked');
  CREATE TYPE "public"."enum_api_keys_reach" AS ENUM('organization', 'network');
  CREATE TYPE "public"."enum_memberships_status" AS ENUM('invited', 'active', 'suspended', 'ended');
  CREATE TYPE "public"."enum_role_permissions_reach" AS ENUM('own', 'branch', 'organization', 'network');
  CREATE TYPE "public"."enum_roles_audience" AS ENUM('hq', 'dealer', 'supplier', 'partner');
  CREATE TYPE "public"."enum_users_status" AS ENUM('invited', 'active', 'suspended', 'deactivated');
  CREATE TYPE "public"."enum_reservations_state" AS ENUM('held', 'firm', 'consumed', 'released');
  CREATE TYPE "public"."enum_stock_moves_kind" AS ENUM('opening', 'received', 'shipped', 'adjusted', 'returned');
  CREATE TYPE "public"."enum_storage_locations_kind" AS ENUM('stock', 'quarantine', 'transit', 'waste');
  CREATE TYPE "public"."enum_dealers_status" AS ENUM('pending', 'active', 'suspended', 'terminated');
  CREATE TYPE "public"."enum_organizations_kind" AS ENUM('hq', 'dealer', 'supplier', 'partner');
  CREATE TYPE "public"."enum_organizations_status" AS ENUM('active', 'suspended', 'terminated');
  CREATE TYPE "public"."enum_suppliers_status" AS ENUM('pending', 'active', 'suspended', 'inactive');
  CREATE TYPE "public"."enum_organization_domains_method" AS ENUM('dns', 'file');
  CREATE TYPE "public"."enum_carts_state" AS ENUM('open', 'ordered', 'abandoned');
  CREATE TYPE "public"."enum_order_lines_backorder" AS ENUM('none', 'allowed');
  CREATE TYPE "public"."enum_orders_tax_rounding" AS ENUM('line', 'document');
  CREATE TYPE "public"."enum_orders_status" AS ENUM('draft', 'submitted', 'confirmed', 'processing', 'partially-shipped', 'shipped', 'delivered', 'closed', 'cancelled');
  CREATE TYPE "public"."enum_shipments_status" AS ENUM('planned', 'dispatched', 'delivered');
  CREATE TABLE "brands" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "categories" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"parent_id" uuid,
  	"path" varchar,
  	"position" numeric DEFAULT 0,
  	"description" varchar,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "price_lists" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"kind" "enum_price_lists_kind" NOT NULL,
  	"currency" varchar NOT NULL,
  	"tier_id" uuid,
  	"party_id" uuid,
  	"from_day" varchar,
  	"to_day" varchar,
  	"tax_inclusive" boolean DEFAULT false,
  	"priority" numeric DEFAULT 0,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "prices" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"list_id" uuid NOT NULL,
  	"variant_id" uuid NOT NULL,
  	"minimum_quantity" numeric DEFAULT 1 NOT NULL,
  	"unit_price_micro" numeric NOT NULL,
  	"from_day" varchar,
  	"to_day" varchar,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "products_images" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"image_id" uuid NOT NULL
  );
  
  CREATE TABLE "products" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"category_id" uuid NOT NULL,
  	"brand_id" uuid,
  	"status" "enum_products_status" DEFAULT 'draft' NOT NULL,
  	"description" varchar,
  	"specs" jsonb,
  	"option_names" jsonb,
  	"archived_at" timestamp(3) with time zone,
  	"custom" jsonb,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "units" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"dimension" "enum_units_dimension" DEFAULT 'count' NOT NULL,
  	"decimals" numeric DEFAULT 0 NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "variants" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"product_id" uuid NOT NULL,
  	"sku" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"barcode" varchar,
  	"options" jsonb,
  	"stock_unit_id" uuid NOT NULL,
  	"packs" jsonb,
  	"tax_class" varchar NOT NULL,
  	"weight_grams" numeric,
  	"minimum_quantity" numeric,
  	"step_quantity" numeric,
  	"backorder" "enum_variants_backorder" DEFAULT 'none' NOT NULL,
  	"status" "enum_variants_status" DEFAULT 'active' NOT NULL,
  	"position" numeric DEFAULT 0,
  	"custom" jsonb,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "files" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"storage_key" varchar NOT NULL,
  	"mime" varchar NOT NULL,
  	"bytes" numeric NOT NULL,
  	"sha256" varchar NOT NULL,
  	"subject_type" varchar NOT NULL,
  	"subject" varchar NOT NULL,
  	"person_id" uuid,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"branch_id" uuid,
  	"counterparty_id" uuid,
  	"counterparty_branch_id" uuid,
  	"shared_at" timestamp(3) with time zone,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "media" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"alt" varchar NOT NULL,
  	"_objectkey" varchar,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_thumb_url" varchar,
  	"sizes_thumb_width" numeric,
  	"sizes_thumb_height" numeric,
  	"sizes_thumb_mime_type" varchar,
  	"sizes_thumb_filesize" numeric,
  	"sizes_thumb_filename" varchar,
  	"sizes_card_url" varchar,
  	"sizes_card_width" numeric,
  	"sizes_card_height" numeric,
  	"sizes_card_mime_type" varchar,
  	"sizes_card_filesize" numeric,
  	"sizes_card_filename" varchar
  );
  
  CREATE TABLE "audit_log" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"operation" varchar NOT NULL,
  	"outcome" "enum_audit_log_outcome" DEFAULT 'success' NOT NULL,
  	"reason" varchar,
  	"actor_id" uuid,
  	"actor_name" varchar,
  	"on_behalf_of_id" uuid,
  	"organization_id" uuid,
  	"tree_id" uuid,
  	"subject_type" varchar NOT NULL,
  	"subject" varchar,
  	"changes" jsonb NOT NULL,
  	"request_id" varchar,
  	"ip" varchar,
  	"agent" varchar,
  	"at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "custom_fields" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"collection" varchar NOT NULL,
  	"key" varchar NOT NULL,
  	"label" varchar NOT NULL,
  	"type" "enum_custom_fields_type" DEFAULT 'text' NOT NULL,
  	"choices" jsonb,
  	"is_required" boolean DEFAULT false,
  	"position" numeric DEFAULT 0,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "exports" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"collection" varchar NOT NULL,
  	"filter" jsonb,
  	"format" "enum_exports_format" DEFAULT 'csv' NOT NULL,
  	"state" "enum_exports_state" DEFAULT 'waiting' NOT NULL,
  	"total_rows" numeric,
  	"done_rows" numeric DEFAULT 0,
  	"file_id" uuid,
  	"person_id" uuid NOT NULL,
  	"error" varchar,
  	"finished_at" timestamp(3) with time zone,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "idempotency_keys" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"principal" varchar NOT NULL,
  	"operation" varchar NOT NULL,
  	"key" varchar NOT NULL,
  	"input_hash" varchar NOT NULL,
  	"organization_id" uuid,
  	"status" numeric,
  	"answer" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "import_rows" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"run_id" uuid NOT NULL,
  	"attempt" numeric DEFAULT 0 NOT NULL,
  	"file" varchar NOT NULL,
  	"line" numeric NOT NULL,
  	"column" varchar,
  	"natural_key" varchar,
  	"state" "enum_import_rows_state" NOT NULL,
  	"message" varchar,
  	"target_type" varchar,
  	"target" varchar,
  	"row_hash" varchar,
  	"source" jsonb,
  	"before" jsonb,
  	"is_undone" boolean DEFAULT false,
  	"kept" varchar,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "imports" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"source" varchar NOT NULL,
  	"kind" "enum_imports_kind" DEFAULT 'network' NOT NULL,
  	"is_dry_run" boolean DEFAULT false,
  	"state" "enum_imports_state" DEFAULT 'running' NOT NULL,
  	"total_rows" numeric DEFAULT 0 NOT NULL,
  	"done_rows" numeric DEFAULT 0 NOT NULL,
  	"failed_rows" numeric DEFAULT 0 NOT NULL,
  	"counts" jsonb,
  	"file_id" uuid,
  	"columns" jsonb,
  	"mapping" jsonb,
  	"options" jsonb,
  	"attempt" numeric DEFAULT 0 NOT NULL,
  	"person_id" uuid,
  	"error" varchar,
  	"finished_at" timestamp(3) with time zone,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "notification_deliveries" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"to" varchar NOT NULL,
  	"subject" varchar NOT NULL,
  	"message" jsonb,
  	"state" "enum_notification_deliveries_state" DEFAULT 'pending' NOT NULL,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"last_error" varchar,
  	"sent_at" timestamp(3) with time zone,
  	"person_id" uuid,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "notification_preferences" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"type" varchar NOT NULL,
  	"channel" varchar NOT NULL,
  	"enabled" boolean DEFAULT true,
  	"user_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "notifications" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"type" varchar NOT NULL,
  	"event" varchar NOT NULL,
  	"category" varchar NOT NULL,
  	"subject" varchar NOT NULL,
  	"body" varchar,
  	"path" varchar,
  	"data" jsonb,
  	"organization_id" uuid NOT NULL,
  	"read_at" timestamp(3) with time zone,
  	"user_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "outbox_events" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"subject_type" varchar NOT NULL,
  	"subject" varchar NOT NULL,
  	"data" jsonb NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"counterparty_id" uuid,
  	"actor_id" uuid,
  	"at" timestamp(3) with time zone NOT NULL,
  	"dispatched_at" timestamp(3) with time zone,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"request_id" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "security_events" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"kind" varchar NOT NULL,
  	"severity" "enum_security_events_severity" NOT NULL,
  	"summary" varchar NOT NULL,
  	"key" varchar NOT NULL,
  	"person_id" uuid,
  	"account" varchar,
  	"address" varchar,
  	"agent" varchar,
  	"count" numeric DEFAULT 1 NOT NULL,
  	"first_at" timestamp(3) with time zone NOT NULL,
  	"last_at" timestamp(3) with time zone NOT NULL,
  	"facts" jsonb,
  	"response" varchar,
  	"handled_by_id" uuid,
  	"handled_at" timestamp(3) with time zone,
  	"resolution" varchar,
  	"status" "enum_security_events_status" DEFAULT 'open' NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "sequences" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"key" varchar NOT NULL,
  	"next" numeric NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "settings" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"value" jsonb NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"branch_id" uuid,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "batches" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"acting_id" uuid,
  	"collection" varchar NOT NULL,
  	"verb" varchar NOT NULL,
  	"label" varchar NOT NULL,
  	"input" jsonb,
  	"state" "enum_batches_state" DEFAULT 'waiting' NOT NULL,
  	"total_rows" numeric NOT NULL,
  	"done_rows" numeric DEFAULT 0 NOT NULL,
  	"refused_rows" numeric DEFAULT 0 NOT NULL,
  	"error" varchar,
  	"finished_at" timestamp(3) with time zone,
  	"user_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "batch_items" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"batch_id" uuid NOT NULL,
  	"position" numeric NOT NULL,
  	"target" varchar NOT NULL,
  	"label" varchar,
  	"state" "enum_batch_items_state" DEFAULT 'waiting' NOT NULL,
  	"message" varchar,
  	"user_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "allocations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"payment_id" uuid,
  	"credit_note_id" uuid,
  	"invoice_id" uuid NOT NULL,
  	"amount_minor" numeric NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"on_day" varchar NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"branch_id" uuid,
  	"counterparty_id" uuid,
  	"counterparty_branch_id" uuid,
  	"shared_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "invoice_lines" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"invoice_id" uuid NOT NULL,
  	"line_no" numeric NOT NULL,
  	"order_line_id" uuid,
  	"shipment_line_id" uuid,
  	"credited_line_id" uuid,
  	"sku" varchar,
  	"name" varchar NOT NULL,
  	"unit" varchar NOT NULL,
  	"quantity" numeric NOT NULL,
  	"unit_price_micro" numeric NOT NULL,
  	"discount_minor" numeric DEFAULT 0 NOT NULL,
  	"tax_class" varchar,
  	"taxes" jsonb,
  	"untaxed_reason" varchar,
  	"net_minor" numeric NOT NULL,
  	"tax_minor" numeric NOT NULL,
  	"gross_minor" numeric NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"branch_id" uuid,
  	"counterparty_id" uuid,
  	"counterparty_branch_id" uuid,
  	"shared_at" timestamp(3) with time zone,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "invoices" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"kind" "enum_invoices_kind" DEFAULT 'invoice' NOT NULL,
  	"series" varchar NOT NULL,
  	"fiscal_year" numeric,
  	"number_seq" numeric,
  	"number" varchar,
  	"order_id" uuid,
  	"order_number" varchar,
  	"po_reference" varchar,
  	"shipment_id" uuid,
  	"credit_of_id" uuid,
  	"buyer_name" varchar NOT NULL,
  	"bill_to" jsonb,
  	"seller" jsonb,
  	"currency" varchar NOT NULL,
  	"invoiced_on" varchar,
  	"due_on" varchar,
  	"subtotal_minor" numeric DEFAULT 0 NOT NULL,
  	"discount_minor" numeric DEFAULT 0 NOT NULL,
  	"tax_minor" numeric DEFAULT 0 NOT NULL,
  	"total_minor" numeric DEFAULT 0 NOT NULL,
  	"open_minor" numeric DEFAULT 0 NOT NULL,
  	"settlement" "enum_invoices_settlement" DEFAULT 'open' NOT NULL,
  	"tax_inclusive" boolean DEFAULT false,
  	"tax_rounding" "enum_invoices_tax_rounding" DEFAULT 'line' NOT NULL,
  	"taxes" jsonb,
  	"pdf_id" uuid,
  	"note" varchar,
  	"internal_note" varchar,
  	"posted_at" timestamp(3) with time zone,
  	"voided_at" timestamp(3) with time zone,
  	"void_reason" varchar,
  	"status" "enum_invoices_status" DEFAULT 'draft' NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"branch_id" uuid,
  	"counterparty_id" uuid,
  	"counterparty_branch_id" uuid,
  	"shared_at" timestamp(3) with time zone,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payments" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"number" varchar NOT NULL,
  	"direction" "enum_payments_direction" DEFAULT 'in' NOT NULL,
  	"method" "enum_payments_method" DEFAULT 'bank-transfer' NOT NULL,
  	"buyer_name" varchar NOT NULL,
  	"currency" varchar NOT NULL,
  	"amount_minor" numeric NOT NULL,
  	"unapplied_minor" numeric DEFAULT 0 NOT NULL,
  	"reference" varchar,
  	"received_on" varchar NOT NULL,
  	"cleared_at" timestamp(3) with time zone,
  	"reversed_at" timestamp(3) with time zone,
  	"reverse_reason" varchar,
  	"note" varchar,
  	"internal_note" varchar,
  	"status" "enum_payments_status" DEFAULT 'pending' NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"branch_id" uuid,
  	"counterparty_id" uuid,
  	"counterparty_branch_id" uuid,
  	"shared_at" timestamp(3) with time zone,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "tax_rates" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"country" varchar NOT NULL,
  	"region" varchar,
  	"tax_class" varchar NOT NULL,
  	"rate_ppm" numeric NOT NULL,
  	"compound" boolean DEFAULT false,
  	"from_day" varchar,
  	"to_day" varchar,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "invitations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"membership_id" uuid NOT NULL,
  	"email" varchar NOT NULL,
  	"status" "enum_invitations_status" DEFAULT 'open' NOT NULL,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"accepted_at" timestamp(3) with time zone,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "api_keys" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"prefix" varchar NOT NULL,
  	"status" "enum_api_keys_status" DEFAULT 'active' NOT NULL,
  	"creator_id" uuid NOT NULL,
  	"scopes" jsonb NOT NULL,
  	"reach" "enum_api_keys_reach" DEFAULT 'organization' NOT NULL,
  	"branches" jsonb,
  	"addresses" jsonb,
  	"signed" boolean DEFAULT false,
  	"expires_at" timestamp(3) with time zone,
  	"revoked_at" timestamp(3) with time zone,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "membership_roles" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"membership_id" uuid NOT NULL,
  	"role_id" uuid NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"branch_id" uuid,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "memberships" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"user_id" uuid NOT NULL,
  	"person_name" varchar NOT NULL,
  	"person_email" varchar NOT NULL,
  	"title" varchar,
  	"status" "enum_memberships_status" DEFAULT 'active' NOT NULL,
  	"ended_at" timestamp(3) with time zone,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "role_permissions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"role_id" uuid NOT NULL,
  	"key" varchar NOT NULL,
  	"reach" "enum_role_permissions_reach" DEFAULT 'organization' NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "roles" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"description" varchar,
  	"built_in" boolean DEFAULT false,
  	"original_id" uuid,
  	"audience" "enum_roles_audience" DEFAULT 'hq' NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"phone" varchar,
  	"locale" varchar,
  	"zone" varchar,
  	"date_format" varchar,
  	"currency" varchar,
  	"status" "enum_users_status" DEFAULT 'active' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "reorder_rules" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"variant_id" uuid NOT NULL,
  	"warehouse_id" uuid NOT NULL,
  	"safety_quantity" numeric DEFAULT 0 NOT NULL,
  	"reorder_point" numeric DEFAULT 0 NOT NULL,
  	"reorder_quantity" numeric DEFAULT 0,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "reservations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"level_id" uuid NOT NULL,
  	"variant_id" uuid NOT NULL,
  	"order_line_id" uuid,
  	"cart_line_id" uuid,
  	"quantity" numeric NOT NULL,
  	"state" "enum_reservations_state" DEFAULT 'held' NOT NULL,
  	"expires_at" timestamp(3) with time zone,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "stock_levels" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"variant_id" uuid NOT NULL,
  	"location_id" uuid NOT NULL,
  	"lot" varchar,
  	"on_hand" numeric DEFAULT 0 NOT NULL,
  	"reserved" numeric DEFAULT 0 NOT NULL,
  	"shelf" varchar,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "stock_moves" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"level_id" uuid NOT NULL,
  	"variant_id" uuid NOT NULL,
  	"location_id" uuid NOT NULL,
  	"kind" "enum_stock_moves_kind" NOT NULL,
  	"quantity" numeric NOT NULL,
  	"unit_cost_micro" numeric,
  	"cause_type" varchar NOT NULL,
  	"cause" varchar NOT NULL,
  	"reason" varchar,
  	"actor_name" varchar,
  	"at" timestamp(3) with time zone NOT NULL,
  	"on_day" varchar NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL
  );
  
  CREATE TABLE "storage_locations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"warehouse_id" uuid NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"kind" "enum_storage_locations_kind" DEFAULT 'stock' NOT NULL,
  	"is_default" boolean DEFAULT false,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "warehouses" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"priority" numeric DEFAULT 10 NOT NULL,
  	"address_id" uuid,
  	"archived_at" timestamp(3) with time zone,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"branch_id" uuid,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "addresses" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"label" varchar NOT NULL,
  	"recipient" varchar,
  	"line1" varchar NOT NULL,
  	"line2" varchar,
  	"city" varchar NOT NULL,
  	"region" varchar,
  	"postal_code" varchar,
  	"country" varchar NOT NULL,
  	"is_shipping" boolean DEFAULT true,
  	"is_billing" boolean DEFAULT false,
  	"archived_at" timestamp(3) with time zone,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "branches" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"address_id" uuid,
  	"archived_at" timestamp(3) with time zone,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "dealer_tiers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"rank" numeric DEFAULT 0,
  	"description" varchar,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "dealers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"party_id" uuid NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"account_number" varchar,
  	"tier_id" uuid,
  	"territory_id" uuid,
  	"credit_limit_minor" numeric,
  	"terms_days" numeric DEFAULT 30,
  	"price_list_id" uuid,
  	"phone" varchar,
  	"email" varchar,
  	"internal_note" varchar,
  	"custom" jsonb,
  	"status" "enum_dealers_status" DEFAULT 'pending' NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"branch_id" uuid,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "organizations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"kind" "enum_organizations_kind" NOT NULL,
  	"status" "enum_organizations_status" DEFAULT 'active' NOT NULL,
  	"parent_id" uuid,
  	"path" varchar NOT NULL,
  	"currency" varchar NOT NULL,
  	"zone" varchar NOT NULL,
  	"locale" varchar NOT NULL,
  	"logo_id" uuid,
  	"branding" jsonb,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "suppliers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"party_id" uuid NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"status" "enum_suppliers_status" DEFAULT 'active' NOT NULL,
  	"email" varchar,
  	"phone" varchar,
  	"internal_note" varchar,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "territories" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"country" varchar,
  	"region" varchar,
  	"manager_id" uuid,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "organization_domains" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"host" varchar NOT NULL,
  	"token" varchar NOT NULL,
  	"method" "enum_organization_domains_method",
  	"verified_at" timestamp(3) with time zone,
  	"checked_at" timestamp(3) with time zone,
  	"problem" varchar,
  	"failures" numeric DEFAULT 0 NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "cart_lines" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"cart_id" uuid NOT NULL,
  	"variant_id" uuid NOT NULL,
  	"unit" varchar NOT NULL,
  	"quantity" numeric NOT NULL,
  	"removed_at" timestamp(3) with time zone,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "carts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"seller_id" uuid NOT NULL,
  	"owner_id" uuid NOT NULL,
  	"name" varchar,
  	"state" "enum_carts_state" DEFAULT 'open' NOT NULL,
  	"order_id" uuid,
  	"checkout_at" timestamp(3) with time zone,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"branch_id" uuid,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "order_lines" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"order_id" uuid NOT NULL,
  	"line_no" numeric NOT NULL,
  	"variant_id" uuid NOT NULL,
  	"sku" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"unit" varchar NOT NULL,
  	"factor" numeric DEFAULT 1 NOT NULL,
  	"order_quantity" numeric NOT NULL,
  	"stock_unit" varchar NOT NULL,
  	"quantity" numeric NOT NULL,
  	"shipped" numeric DEFAULT 0 NOT NULL,
  	"invoiced" numeric DEFAULT 0 NOT NULL,
  	"cancelled" numeric DEFAULT 0 NOT NULL,
  	"returned" numeric DEFAULT 0 NOT NULL,
  	"backorder" "enum_order_lines_backorder" DEFAULT 'none' NOT NULL,
  	"price_list" varchar,
  	"price_kind" varchar,
  	"unit_price_micro" numeric NOT NULL,
  	"tax_class" varchar NOT NULL,
  	"taxes" jsonb,
  	"untaxed_reason" varchar,
  	"net_minor" numeric NOT NULL,
  	"tax_minor" numeric NOT NULL,
  	"gross_minor" numeric NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"branch_id" uuid,
  	"counterparty_id" uuid,
  	"counterparty_branch_id" uuid,
  	"shared_at" timestamp(3) with time zone,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "orders" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"number" varchar,
  	"buyer_name" varchar NOT NULL,
  	"po_reference" varchar,
  	"requested_on" varchar,
  	"ship_to" jsonb,
  	"currency" varchar NOT NULL,
  	"subtotal_minor" numeric DEFAULT 0 NOT NULL,
  	"discount_minor" numeric DEFAULT 0 NOT NULL,
  	"tax_minor" numeric DEFAULT 0 NOT NULL,
  	"total_minor" numeric DEFAULT 0 NOT NULL,
  	"exposure_minor" numeric DEFAULT 0 NOT NULL,
  	"tax_inclusive" boolean DEFAULT false,
  	"tax_rounding" "enum_orders_tax_rounding" DEFAULT 'line' NOT NULL,
  	"ship_complete" boolean DEFAULT false,
  	"note" varchar,
  	"internal_note" varchar,
  	"submitted_at" timestamp(3) with time zone,
  	"confirmed_at" timestamp(3) with time zone,
  	"cancelled_at" timestamp(3) with time zone,
  	"cancel_reason" varchar,
  	"closed_at" timestamp(3) with time zone,
  	"cart_id" uuid,
  	"status" "enum_orders_status" DEFAULT 'draft' NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"branch_id" uuid,
  	"counterparty_id" uuid,
  	"counterparty_branch_id" uuid,
  	"shared_at" timestamp(3) with time zone,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "shipment_lines" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"shipment_id" uuid NOT NULL,
  	"order_line_id" uuid NOT NULL,
  	"variant_id" uuid NOT NULL,
  	"sku" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"quantity" numeric NOT NULL,
  	"invoiced" numeric DEFAULT 0 NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"branch_id" uuid,
  	"counterparty_id" uuid,
  	"counterparty_branch_id" uuid,
  	"shared_at" timestamp(3) with time zone,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "shipments" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"number" varchar NOT NULL,
  	"order_id" uuid NOT NULL,
  	"warehouse_id" uuid NOT NULL,
  	"carrier" varchar,
  	"tracking_number" varchar,
  	"ship_to" jsonb,
  	"dispatched_at" timestamp(3) with time zone,
  	"delivered_at" timestamp(3) with time zone,
  	"note" varchar,
  	"status" "enum_shipments_status" DEFAULT 'planned' NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"tree_id" uuid NOT NULL,
  	"branch_id" uuid,
  	"counterparty_id" uuid,
  	"counterparty_branch_id" uuid,
  	"shared_at" timestamp(3) with time zone,
  	"revision" numeric DEFAULT 1 NOT NULL,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "brands" ADD CONSTRAINT "brands_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "brands" ADD CONSTRAINT "brands_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "brands" ADD CONSTRAINT "brands_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "categories" ADD CONSTRAINT "categories_parent_id_categories_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "categories" ADD CONSTRAINT "categories_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "categories" ADD CONSTRAINT "categories_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "categories" ADD CONSTRAINT "categories_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_lists" ADD CONSTRAINT "price_lists_tier_id_dealer_tiers_id_fk" FOREIGN KEY ("tier_id") REFERENCES "public"."dealer_tiers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_lists" ADD CONSTRAINT "price_lists_party_id_organizations_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_lists" ADD CONSTRAINT "price_lists_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_lists" ADD CONSTRAINT "price_lists_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_lists" ADD CONSTRAINT "price_lists_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "prices" ADD CONSTRAINT "prices_list_id_price_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."price_lists"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "prices" ADD CONSTRAINT "prices_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "prices" ADD CONSTRAINT "prices_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "prices" ADD CONSTRAINT "prices_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "prices" ADD CONSTRAINT "prices_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "products_images" ADD CONSTRAINT "products_images_image_id_media_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "products_images" ADD CONSTRAINT "products_images_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "products" ADD CONSTRAINT "products_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "products" ADD CONSTRAINT "products_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "products" ADD CONSTRAINT "products_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "products" ADD CONSTRAINT "products_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "products" ADD CONSTRAINT "products_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "units" ADD CONSTRAINT "units_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "units" ADD CONSTRAINT "units_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "units" ADD CONSTRAINT "units_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "variants" ADD CONSTRAINT "variants_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "variants" ADD CONSTRAINT "variants_stock_unit_id_units_id_fk" FOREIGN KEY ("stock_unit_id") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "variants" ADD CONSTRAINT "variants_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "variants" ADD CONSTRAINT "variants_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "variants" ADD CONSTRAINT "variants_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "files" ADD CONSTRAINT "files_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "files" ADD CONSTRAINT "files_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "files" ADD CONSTRAINT "files_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "files" ADD CONSTRAINT "files_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "files" ADD CONSTRAINT "files_counterparty_id_organizations_id_fk" FOREIGN KEY ("counterparty_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "files" ADD CONSTRAINT "files_counterparty_branch_id_branches_id_fk" FOREIGN KEY ("counterparty_branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "files" ADD CONSTRAINT "files_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_on_behalf_of_id_organizations_id_fk" FOREIGN KEY ("on_behalf_of_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "custom_fields" ADD CONSTRAINT "custom_fields_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "custom_fields" ADD CONSTRAINT "custom_fields_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "custom_fields" ADD CONSTRAINT "custom_fields_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exports" ADD CONSTRAINT "exports_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exports" ADD CONSTRAINT "exports_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exports" ADD CONSTRAINT "exports_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exports" ADD CONSTRAINT "exports_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exports" ADD CONSTRAINT "exports_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_run_id_imports_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."imports"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "imports" ADD CONSTRAINT "imports_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "imports" ADD CONSTRAINT "imports_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "imports" ADD CONSTRAINT "imports_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "imports" ADD CONSTRAINT "imports_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notification_deliveries" ADD CONSTRAINT "notification_deliveries_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notification_deliveries" ADD CONSTRAINT "notification_deliveries_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notification_deliveries" ADD CONSTRAINT "notification_deliveries_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notification_deliveries" ADD CONSTRAINT "notification_deliveries_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "outbox_events" ADD CONSTRAINT "outbox_events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "outbox_events" ADD CONSTRAINT "outbox_events_counterparty_id_organizations_id_fk" FOREIGN KEY ("counterparty_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "outbox_events" ADD CONSTRAINT "outbox_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "security_events" ADD CONSTRAINT "security_events_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "security_events" ADD CONSTRAINT "security_events_handled_by_id_users_id_fk" FOREIGN KEY ("handled_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "security_events" ADD CONSTRAINT "security_events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "security_events" ADD CONSTRAINT "security_events_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "security_events" ADD CONSTRAINT "security_events_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sequences" ADD CONSTRAINT "sequences_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "settings" ADD CONSTRAINT "settings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "settings" ADD CONSTRAINT "settings_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "settings" ADD CONSTRAINT "settings_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "settings" ADD CONSTRAINT "settings_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "batches" ADD CONSTRAINT "batches_acting_id_organizations_id_fk" FOREIGN KEY ("acting_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "batches" ADD CONSTRAINT "batches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "batches" ADD CONSTRAINT "batches_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "allocations" ADD CONSTRAINT "allocations_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "allocations" ADD CONSTRAINT "allocations_credit_note_id_invoices_id_fk" FOREIGN KEY ("credit_note_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "allocations" ADD CONSTRAINT "allocations_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "allocations" ADD CONSTRAINT "allocations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "allocations" ADD CONSTRAINT "allocations_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "allocations" ADD CONSTRAINT "allocations_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "allocations" ADD CONSTRAINT "allocations_counterparty_id_organizations_id_fk" FOREIGN KEY ("counterparty_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "allocations" ADD CONSTRAINT "allocations_counterparty_branch_id_branches_id_fk" FOREIGN KEY ("counterparty_branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_shipment_line_id_shipment_lines_id_fk" FOREIGN KEY ("shipment_line_id") REFERENCES "public"."shipment_lines"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_credited_line_id_invoice_lines_id_fk" FOREIGN KEY ("credited_line_id") REFERENCES "public"."invoice_lines"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_counterparty_id_organizations_id_fk" FOREIGN KEY ("counterparty_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_counterparty_branch_id_branches_id_fk" FOREIGN KEY ("counterparty_branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_shipment_id_shipments_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_credit_of_id_invoices_id_fk" FOREIGN KEY ("credit_of_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_pdf_id_files_id_fk" FOREIGN KEY ("pdf_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_counterparty_id_organizations_id_fk" FOREIGN KEY ("counterparty_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_counterparty_branch_id_branches_id_fk" FOREIGN KEY ("counterparty_branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payments" ADD CONSTRAINT "payments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payments" ADD CONSTRAINT "payments_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payments" ADD CONSTRAINT "payments_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payments" ADD CONSTRAINT "payments_counterparty_id_organizations_id_fk" FOREIGN KEY ("counterparty_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payments" ADD CONSTRAINT "payments_counterparty_branch_id_branches_id_fk" FOREIGN KEY ("counterparty_branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payments" ADD CONSTRAINT "payments_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tax_rates" ADD CONSTRAINT "tax_rates_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tax_rates" ADD CONSTRAINT "tax_rates_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tax_rates" ADD CONSTRAINT "tax_rates_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invitations" ADD CONSTRAINT "invitations_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invitations" ADD CONSTRAINT "invitations_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_creator_id_users_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "membership_roles" ADD CONSTRAINT "membership_roles_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "membership_roles" ADD CONSTRAINT "membership_roles_role_id_roles_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."roles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "membership_roles" ADD CONSTRAINT "membership_roles_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "membership_roles" ADD CONSTRAINT "membership_roles_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "membership_roles" ADD CONSTRAINT "membership_roles_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "membership_roles" ADD CONSTRAINT "membership_roles_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "memberships" ADD CONSTRAINT "memberships_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "memberships" ADD CONSTRAINT "memberships_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_role_id_roles_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."roles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "roles" ADD CONSTRAINT "roles_original_id_roles_id_fk" FOREIGN KEY ("original_id") REFERENCES "public"."roles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "roles" ADD CONSTRAINT "roles_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "roles" ADD CONSTRAINT "roles_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "roles" ADD CONSTRAINT "roles_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "reorder_rules" ADD CONSTRAINT "reorder_rules_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reorder_rules" ADD CONSTRAINT "reorder_rules_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reorder_rules" ADD CONSTRAINT "reorder_rules_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reorder_rules" ADD CONSTRAINT "reorder_rules_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reorder_rules" ADD CONSTRAINT "reorder_rules_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reservations" ADD CONSTRAINT "reservations_level_id_stock_levels_id_fk" FOREIGN KEY ("level_id") REFERENCES "public"."stock_levels"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reservations" ADD CONSTRAINT "reservations_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reservations" ADD CONSTRAINT "reservations_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reservations" ADD CONSTRAINT "reservations_cart_line_id_cart_lines_id_fk" FOREIGN KEY ("cart_line_id") REFERENCES "public"."cart_lines"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reservations" ADD CONSTRAINT "reservations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reservations" ADD CONSTRAINT "reservations_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reservations" ADD CONSTRAINT "reservations_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_levels" ADD CONSTRAINT "stock_levels_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_levels" ADD CONSTRAINT "stock_levels_location_id_storage_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."storage_locations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_levels" ADD CONSTRAINT "stock_levels_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_levels" ADD CONSTRAINT "stock_levels_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_levels" ADD CONSTRAINT "stock_levels_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_moves" ADD CONSTRAINT "stock_moves_level_id_stock_levels_id_fk" FOREIGN KEY ("level_id") REFERENCES "public"."stock_levels"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_moves" ADD CONSTRAINT "stock_moves_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_moves" ADD CONSTRAINT "stock_moves_location_id_storage_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."storage_locations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_moves" ADD CONSTRAINT "stock_moves_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stock_moves" ADD CONSTRAINT "stock_moves_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "storage_locations" ADD CONSTRAINT "storage_locations_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "storage_locations" ADD CONSTRAINT "storage_locations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "storage_locations" ADD CONSTRAINT "storage_locations_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "storage_locations" ADD CONSTRAINT "storage_locations_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "warehouses" ADD CONSTRAINT "warehouses_address_id_addresses_id_fk" FOREIGN KEY ("address_id") REFERENCES "public"."addresses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "warehouses" ADD CONSTRAINT "warehouses_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "warehouses" ADD CONSTRAINT "warehouses_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "warehouses" ADD CONSTRAINT "warehouses_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "warehouses" ADD CONSTRAINT "warehouses_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "addresses" ADD CONSTRAINT "addresses_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "addresses" ADD CONSTRAINT "addresses_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "addresses" ADD CONSTRAINT "addresses_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "branches" ADD CONSTRAINT "branches_address_id_addresses_id_fk" FOREIGN KEY ("address_id") REFERENCES "public"."addresses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "branches" ADD CONSTRAINT "branches_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "branches" ADD CONSTRAINT "branches_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "branches" ADD CONSTRAINT "branches_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dealer_tiers" ADD CONSTRAINT "dealer_tiers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dealer_tiers" ADD CONSTRAINT "dealer_tiers_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dealer_tiers" ADD CONSTRAINT "dealer_tiers_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dealers" ADD CONSTRAINT "dealers_party_id_organizations_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dealers" ADD CONSTRAINT "dealers_tier_id_dealer_tiers_id_fk" FOREIGN KEY ("tier_id") REFERENCES "public"."dealer_tiers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dealers" ADD CONSTRAINT "dealers_territory_id_territories_id_fk" FOREIGN KEY ("territory_id") REFERENCES "public"."territories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dealers" ADD CONSTRAINT "dealers_price_list_id_price_lists_id_fk" FOREIGN KEY ("price_list_id") REFERENCES "public"."price_lists"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dealers" ADD CONSTRAINT "dealers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dealers" ADD CONSTRAINT "dealers_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dealers" ADD CONSTRAINT "dealers_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dealers" ADD CONSTRAINT "dealers_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organizations" ADD CONSTRAINT "organizations_parent_id_organizations_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organizations" ADD CONSTRAINT "organizations_logo_id_media_id_fk" FOREIGN KEY ("logo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organizations" ADD CONSTRAINT "organizations_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organizations" ADD CONSTRAINT "organizations_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_party_id_organizations_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "territories" ADD CONSTRAINT "territories_manager_id_memberships_id_fk" FOREIGN KEY ("manager_id") REFERENCES "public"."memberships"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "territories" ADD CONSTRAINT "territories_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "territories" ADD CONSTRAINT "territories_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "territories" ADD CONSTRAINT "territories_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organization_domains" ADD CONSTRAINT "organization_domains_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organization_domains" ADD CONSTRAINT "organization_domains_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organization_domains" ADD CONSTRAINT "organization_domains_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "carts" ADD CONSTRAINT "carts_seller_id_organizations_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "carts" ADD CONSTRAINT "carts_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "carts" ADD CONSTRAINT "carts_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "carts" ADD CONSTRAINT "carts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "carts" ADD CONSTRAINT "carts_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "carts" ADD CONSTRAINT "carts_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "carts" ADD CONSTRAINT "carts_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_counterparty_id_organizations_id_fk" FOREIGN KEY ("counterparty_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_counterparty_branch_id_branches_id_fk" FOREIGN KEY ("counterparty_branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_counterparty_id_organizations_id_fk" FOREIGN KEY ("counterparty_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_counterparty_branch_id_branches_id_fk" FOREIGN KEY ("counterparty_branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_shipment_id_shipments_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_counterparty_id_organizations_id_fk" FOREIGN KEY ("counterparty_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_counterparty_branch_id_branches_id_fk" FOREIGN KEY ("counterparty_branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shipments" ADD CONSTRAINT "shipments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shipments" ADD CONSTRAINT "shipments_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shipments" ADD CONSTRAINT "shipments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shipments" ADD CONSTRAINT "shipments_tree_id_organizations_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shipments" ADD CONSTRAINT "shipments_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shipments" ADD CONSTRAINT "shipments_counterparty_id_organizations_id_fk" FOREIGN KEY ("counterparty_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shipments" ADD CONSTRAINT "shipments_counterparty_branch_id_branches_id_fk" FOREIGN KEY ("counterparty_branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shipments" ADD CONSTRAINT "shipments_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "brands_organization_idx" ON "brands" USING btree ("organization_id");
  CREATE INDEX "brands_tree_idx" ON "brands" USING btree ("tree_id");
  CREATE INDEX "brands_created_by_idx" ON "brands" USING btree ("created_by_id");
  CREATE INDEX "brands_updated_at_idx" ON "brands" USING btree ("updated_at");
  CREATE INDEX "brands_created_at_idx" ON "brands" USING btree ("created_at");
  CREATE INDEX "categories_parent_idx" ON "categories" USING btree ("parent_id");
  CREATE INDEX "categories_organization_idx" ON "categories" USING btree ("organization_id");
  CREATE INDEX "categories_tree_idx" ON "categories" USING btree ("tree_id");
  CREATE INDEX "categories_created_by_idx" ON "categories" USING btree ("created_by_id");
  CREATE INDEX "categories_updated_at_idx" ON "categories" USING btree ("updated_at");
  CREATE INDEX "categories_created_at_idx" ON "categories" USING btree ("created_at");
  CREATE INDEX "price_lists_tier_idx" ON "price_lists" USING btree ("tier_id");
  CREATE INDEX "price_lists_party_idx" ON "price_lists" USING btree ("party_id");
  CREATE INDEX "price_lists_organization_idx" ON "price_lists" USING btree ("organization_id");
  CREATE INDEX "price_lists_tree_idx" ON "price_lists" USING btree ("tree_id");
  CREATE INDEX "price_lists_created_by_idx" ON "price_lists" USING btree ("created_by_id");
  CREATE INDEX "price_lists_updated_at_idx" ON "price_lists" USING btree ("updated_at");
  CREATE INDEX "price_lists_created_at_idx" ON "price_lists" USING btree ("created_at");
  CREATE INDEX "prices_list_idx" ON "prices" USING btree ("list_id");
  CREATE INDEX "prices_variant_idx" ON "prices" USING btree ("variant_id");
  CREATE INDEX "prices_organization_idx" ON "prices" USING btree ("organization_id");
  CREATE INDEX "prices_tree_idx" ON "prices" USING btree ("tree_id");
  CREATE INDEX "prices_created_by_idx" ON "prices" USING btree ("created_by_id");
  CREATE INDEX "prices_updated_at_idx" ON "prices" USING btree ("updated_at");
  CREATE INDEX "prices_created_at_idx" ON "prices" USING btree ("created_at");
  CREATE INDEX "products_images_order_idx" ON "products_images" USING btree ("_order");
  CREATE INDEX "products_images_parent_id_idx" ON "products_images" USING btree ("_parent_id");
  CREATE INDEX "products_images_image_idx" ON "products_images" USING btree ("image_id");
  CREATE INDEX "products_category_idx" ON "products" USING btree ("category_id");
  CREATE INDEX "products_brand_idx" ON "products" USING btree ("brand_id");
  CREATE INDEX "products_status_idx" ON "products" USING btree ("status");
  CREATE INDEX "products_organization_idx" ON "products" USING btree ("organization_id");
  CREATE INDEX "products_tree_idx" ON "products" USING btree ("tree_id");
  CREATE INDEX "products_created_by_idx" ON "products" USING btree ("created_by_id");
  CREATE INDEX "products_updated_at_idx" ON "products" USING btree ("updated_at");
  CREATE INDEX "products_created_at_idx" ON "products" USING btree ("created_at");
  CREATE INDEX "units_organization_idx" ON "units" USING btree ("organization_id");
  CREATE INDEX "units_tree_idx" ON "units" USING btree ("tree_id");
  CREATE INDEX "units_created_by_idx" ON "units" USING btree ("created_by_id");
  CREATE INDEX "units_updated_at_idx" ON "units" USING btree ("updated_at");
  CREATE INDEX "units_created_at_idx" ON "units" USING btree ("created_at");
  CREATE INDEX "variants_product_idx" ON "variants" USING btree ("product_id");
  CREATE INDEX "variants_stock_unit_idx" ON "variants" USING btree ("stock_unit_id");
  CREATE INDEX "variants_status_idx" ON "variants" USING btree ("status");
  CREATE INDEX "variants_organization_idx" ON "variants" USING btree ("organization_id");
  CREATE INDEX "variants_tree_idx" ON "variants" USING btree ("tree_id");
  CREATE INDEX "variants_created_by_idx" ON "variants" USING btree ("created_by_id");
  CREATE INDEX "variants_updated_at_idx" ON "variants" USING btree ("updated_at");
  CREATE INDEX "variants_created_at_idx" ON "variants" USING btree ("created_at");
  CREATE INDEX "files_person_idx" ON "files" USING btree ("person_id");
  CREATE INDEX "files_organization_idx" ON "files" USING btree ("organization_id");
  CREATE INDEX "files_tree_idx" ON "files" USING btree ("tree_id");
  CREATE INDEX "files_branch_idx" ON "files" USING btree ("branch_id");
  CREATE INDEX "files_counterparty_idx" ON "files" USING btree ("counterparty_id");
  CREATE INDEX "files_counterparty_branch_idx" ON "files" USING btree ("counterparty_branch_id");
  CREATE INDEX "files_created_by_idx" ON "files" USING btree ("created_by_id");
  CREATE INDEX "files_updated_at_idx" ON "files" USING btree ("updated_at");
  CREATE INDEX "files_created_at_idx" ON "files" USING btree ("created_at");
  CREATE INDEX "media_organization_idx" ON "media" USING btree ("organization_id");
  CREATE INDEX "media_tree_idx" ON "media" USING btree ("tree_id");
  CREATE INDEX "media_created_by_idx" ON "media" USING btree ("created_by_id");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE INDEX "media_sizes_thumb_sizes_thumb_filename_idx" ON "media" USING btree ("sizes_thumb_filename");
  CREATE INDEX "media_sizes_card_sizes_card_filename_idx" ON "media" USING btree ("sizes_card_filename");
  CREATE INDEX "audit_log_actor_idx" ON "audit_log" USING btree ("actor_id");
  CREATE INDEX "audit_log_on_behalf_of_idx" ON "audit_log" USING btree ("on_behalf_of_id");
  CREATE INDEX "audit_log_organization_idx" ON "audit_log" USING btree ("organization_id");
  CREATE INDEX "audit_log_tree_idx" ON "audit_log" USING btree ("tree_id");
  CREATE INDEX "custom_fields_organization_idx" ON "custom_fields" USING btree ("organization_id");
  CREATE INDEX "custom_fields_tree_idx" ON "custom_fields" USING btree ("tree_id");
  CREATE INDEX "custom_fields_created_by_idx" ON "custom_fields" USING btree ("created_by_id");
  CREATE INDEX "custom_fields_updated_at_idx" ON "custom_fields" USING btree ("updated_at");
  CREATE INDEX "custom_fields_created_at_idx" ON "custom_fields" USING btree ("created_at");
  CREATE INDEX "exports_file_idx" ON "exports" USING btree ("file_id");
  CREATE INDEX "exports_person_idx" ON "exports" USING btree ("person_id");
  CREATE INDEX "exports_organization_idx" ON "exports" USING btree ("organization_id");
  CREATE INDEX "exports_tree_idx" ON "exports" USING btree ("tree_id");
  CREATE INDEX "exports_created_by_idx" ON "exports" USING btree ("created_by_id");
  CREATE INDEX "exports_updated_at_idx" ON "exports" USING btree ("updated_at");
  CREATE INDEX "exports_created_at_idx" ON "exports" USING btree ("created_at");
  CREATE INDEX "idempotency_keys_organization_idx" ON "idempotency_keys" USING btree ("organization_id");
  CREATE INDEX "idempotency_keys_updated_at_idx" ON "idempotency_keys" USING btree ("updated_at");
  CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys" USING btree ("created_at");
  CREATE INDEX "import_rows_run_idx" ON "import_rows" USING btree ("run_id");
  CREATE INDEX "import_rows_organization_idx" ON "import_rows" USING btree ("organization_id");
  CREATE INDEX "import_rows_tree_idx" ON "import_rows" USING btree ("tree_id");
  CREATE INDEX "import_rows_created_by_idx" ON "import_rows" USING btree ("created_by_id");
  CREATE INDEX "import_rows_updated_at_idx" ON "import_rows" USING btree ("updated_at");
  CREATE INDEX "import_rows_created_at_idx" ON "import_rows" USING btree ("created_at");
  CREATE INDEX "imports_file_idx" ON "imports" USING btree ("file_id");
  CREATE INDEX "imports_person_idx" ON "imports" USING btree ("person_id");
  CREATE INDEX "imports_organization_idx" ON "imports" USING btree ("organization_id");
  CREATE INDEX "imports_tree_idx" ON "imports" USING btree ("tree_id");
  CREATE INDEX "imports_created_by_idx" ON "imports" USING btree ("created_by_id");
  CREATE INDEX "imports_updated_at_idx" ON "imports" USING btree ("updated_at");
  CREATE INDEX "imports_created_at_idx" ON "imports" USING btree ("created_at");
  CREATE INDEX "notification_deliveries_person_idx" ON "notification_deliveries" USING btree ("person_id");
  CREATE INDEX "notification_deliveries_organization_idx" ON "notification_deliveries" USING btree ("organization_id");
  CREATE INDEX "notification_deliveries_tree_idx" ON "notification_deliveries" USING btree ("tree_id");
  CREATE INDEX "notification_deliveries_created_by_idx" ON "notification_deliveries" USING btree ("created_by_id");
  CREATE INDEX "notification_deliveries_updated_at_idx" ON "notification_deliveries" USING btree ("updated_at");
  CREATE INDEX "notification_deliveries_created_at_idx" ON "notification_deliveries" USING btree ("created_at");
  CREATE INDEX "notification_preferences_user_idx" ON "notification_preferences" USING btree ("user_id");
  CREATE INDEX "notification_preferences_created_by_idx" ON "notification_preferences" USING btree ("created_by_id");
  CREATE INDEX "notification_preferences_updated_at_idx" ON "notification_preferences" USING btree ("updated_at");
  CREATE INDEX "notification_preferences_created_at_idx" ON "notification_preferences" USING btree ("created_at");
  CREATE INDEX "notifications_organization_idx" ON "notifications" USING btree ("organization_id");
  CREATE INDEX "notifications_user_idx" ON "notifications" USING btree ("user_id");
  CREATE INDEX "notifications_created_by_idx" ON "notifications" USING btree ("created_by_id");
  CREATE INDEX "notifications_updated_at_idx" ON "notifications" USING btree ("updated_at");
  CREATE INDEX "notifications_created_at_idx" ON "notifications" USING btree ("created_at");
  CREATE INDEX "outbox_events_organization_idx" ON "outbox_events" USING btree ("organization_id");
  CREATE INDEX "outbox_events_counterparty_idx" ON "outbox_events" USING btree ("counterparty_id");
  CREATE INDEX "outbox_events_actor_idx" ON "outbox_events" USING btree ("actor_id");
  CREATE INDEX "outbox_events_updated_at_idx" ON "outbox_events" USING btree ("updated_at");
  CREATE INDEX "outbox_events_created_at_idx" ON "outbox_events" USING btree ("created_at");
  CREATE INDEX "security_events_person_idx" ON "security_events" USING btree ("person_id");
  CREATE INDEX "security_events_handled_by_idx" ON "security_events" USING btree ("handled_by_id");
  CREATE INDEX "security_events_status_idx" ON "security_events" USING btree ("status");
  CREATE INDEX "security_events_organization_idx" ON "security_events" USING btree ("organization_id");
  CREATE INDEX "security_events_tree_idx" ON "security_events" USING btree ("tree_id");
  CREATE INDEX "security_events_created_by_idx" ON "security_events" USING btree ("created_by_id");
  CREATE INDEX "security_events_updated_at_idx" ON "security_events" USING btree ("updated_at");
  CREATE INDEX "security_events_created_at_idx" ON "security_events" USING btree ("created_at");
  CREATE INDEX "sequences_organization_idx" ON "sequences" USING btree ("organization_id");
  CREATE INDEX "sequences_updated_at_idx" ON "sequences" USING btree ("updated_at");
  CREATE INDEX "sequences_created_at_idx" ON "sequences" USING btree ("created_at");
  CREATE INDEX "settings_organization_idx" ON "settings" USING btree ("organization_id");
  CREATE INDEX "settings_tree_idx" ON "settings" USING btree ("tree_id");
  CREATE INDEX "settings_branch_idx" ON "settings" USING btree ("branch_id");
  CREATE INDEX "settings_created_by_idx" ON "settings" USING btree ("created_by_id");
  CREATE INDEX "settings_updated_at_idx" ON "settings" USING btree ("updated_at");
  CREATE INDEX "settings_created_at_idx" ON "settings" USING btree ("created_at");
  CREATE INDEX "batches_acting_idx" ON "batches" USING btree ("acting_id");
  CREATE INDEX "batches_user_idx" ON "batches" USING btree ("user_id");
  CREATE INDEX "batches_created_by_idx" ON "batches" USING btree ("created_by_id");
  CREATE INDEX "batches_updated_at_idx" ON "batches" USING btree ("updated_at");
  CREATE INDEX "batches_created_at_idx" ON "batches" USING btree ("created_at");
  CREATE INDEX "batch_items_batch_idx" ON "batch_items" USING btree ("batch_id");
  CREATE INDEX "batch_items_user_idx" ON "batch_items" USING btree ("user_id");
  CREATE INDEX "batch_items_created_by_idx" ON "batch_items" USING btree ("created_by_id");
  CREATE INDEX "batch_items_updated_at_idx" ON "batch_items" USING btree ("updated_at");
  CREATE INDEX "batch_items_created_at_idx" ON "batch_items" USING btree ("created_at");
  CREATE INDEX "allocations_payment_idx" ON "allocations" USING btree ("payment_id");
  CREATE INDEX "allocations_credit_note_idx" ON "allocations" USING btree ("credit_note_id");
  CREATE INDEX "allocations_invoice_idx" ON "allocations" USING btree ("invoice_id");
  CREATE INDEX "allocations_organization_idx" ON "allocations" USING btree ("organization_id");
  CREATE INDEX "allocations_tree_idx" ON "allocations" USING btree ("tree_id");
  CREATE INDEX "allocations_branch_idx" ON "allocations" USING btree ("branch_id");
  CREATE INDEX "allocations_counterparty_idx" ON "allocations" USING btree ("counterparty_id");
  CREATE INDEX "allocations_counterparty_branch_idx" ON "allocations" USING btree ("counterparty_branch_id");
  CREATE INDEX "invoice_lines_invoice_idx" ON "invoice_lines" USING btree ("invoice_id");
  CREATE INDEX "invoice_lines_order_line_idx" ON "invoice_lines" USING btree ("order_line_id");
  CREATE INDEX "invoice_lines_shipment_line_idx" ON "invoice_lines" USING btree ("shipment_line_id");
  CREATE INDEX "invoice_lines_credited_line_idx" ON "invoice_lines" USING btree ("credited_line_id");
  CREATE INDEX "invoice_lines_organization_idx" ON "invoice_lines" USING btree ("organization_id");
  CREATE INDEX "invoice_lines_tree_idx" ON "invoice_lines" USING btree ("tree_id");
  CREATE INDEX "invoice_lines_branch_idx" ON "invoice_lines" USING btree ("branch_id");
  CREATE INDEX "invoice_lines_counterparty_idx" ON "invoice_lines" USING btree ("counterparty_id");
  CREATE INDEX "invoice_lines_counterparty_branch_idx" ON "invoice_lines" USING btree ("counterparty_branch_id");
  CREATE INDEX "invoice_lines_created_by_idx" ON "invoice_lines" USING btree ("created_by_id");
  CREATE INDEX "invoice_lines_updated_at_idx" ON "invoice_lines" USING btree ("updated_at");
  CREATE INDEX "invoice_lines_created_at_idx" ON "invoice_lines" USING btree ("created_at");
  CREATE INDEX "invoices_order_idx" ON "invoices" USING btree ("order_id");
  CREATE INDEX "invoices_shipment_idx" ON "invoices" USING btree ("shipment_id");
  CREATE INDEX "invoices_credit_of_idx" ON "invoices" USING btree ("credit_of_id");
  CREATE INDEX "invoices_pdf_idx" ON "invoices" USING btree ("pdf_id");
  CREATE INDEX "invoices_status_idx" ON "invoices" USING btree ("status");
  CREATE INDEX "invoices_organization_idx" ON "invoices" USING btree ("organization_id");
  CREATE INDEX "invoices_tree_idx" ON "invoices" USING btree ("tree_id");
  CREATE INDEX "invoices_branch_idx" ON "invoices" USING btree ("branch_id");
  CREATE INDEX "invoices_counterparty_idx" ON "invoices" USING btree ("counterparty_id");
  CREATE INDEX "invoices_counterparty_branch_idx" ON "invoices" USING btree ("counterparty_branch_id");
  CREATE INDEX "invoices_created_by_idx" ON "invoices" USING btree ("created_by_id");
  CREATE INDEX "invoices_updated_at_idx" ON "invoices" USING btree ("updated_at");
  CREATE INDEX "invoices_created_at_idx" ON "invoices" USING btree ("created_at");
  CREATE INDEX "payments_status_idx" ON "payments" USING btree ("status");
  CREATE INDEX "payments_organization_idx" ON "payments" USING btree ("organization_id");
  CREATE INDEX "payments_tree_idx" ON "payments" USING btree ("tree_id");
  CREATE INDEX "payments_branch_idx" ON "payments" USING btree ("branch_id");
  CREATE INDEX "payments_counterparty_idx" ON "payments" USING btree ("counterparty_id");
  CREATE INDEX "payments_counterparty_branch_idx" ON "payments" USING btree ("counterparty_branch_id");
  CREATE INDEX "payments_created_by_idx" ON "payments" USING btree ("created_by_id");
  CREATE INDEX "payments_updated_at_idx" ON "payments" USING btree ("updated_at");
  CREATE INDEX "payments_created_at_idx" ON "payments" USING btree ("created_at");
  CREATE INDEX "tax_rates_organization_idx" ON "tax_rates" USING btree ("organization_id");
  CREATE INDEX "tax_rates_tree_idx" ON "tax_rates" USING btree ("tree_id");
  CREATE INDEX "tax_rates_created_by_idx" ON "tax_rates" USING btree ("created_by_id");
  CREATE INDEX "tax_rates_updated_at_idx" ON "tax_rates" USING btree ("updated_at");
  CREATE INDEX "tax_rates_created_at_idx" ON "tax_rates" USING btree ("created_at");
  CREATE INDEX "invitations_membership_idx" ON "invitations" USING btree ("membership_id");
  CREATE INDEX "invitations_organization_idx" ON "invitations" USING btree ("organization_id");
  CREATE INDEX "invitations_tree_idx" ON "invitations" USING btree ("tree_id");
  CREATE INDEX "invitations_created_by_idx" ON "invitations" USING btree ("created_by_id");
  CREATE INDEX "invitations_updated_at_idx" ON "invitations" USING btree ("updated_at");
  CREATE INDEX "invitations_created_at_idx" ON "invitations" USING btree ("created_at");
  CREATE UNIQUE INDEX "api_keys_prefix_idx" ON "api_keys" USING btree ("prefix");
  CREATE INDEX "api_keys_creator_idx" ON "api_keys" USING btree ("creator_id");
  CREATE INDEX "api_keys_organization_idx" ON "api_keys" USING btree ("organization_id");
  CREATE INDEX "api_keys_tree_idx" ON "api_keys" USING btree ("tree_id");
  CREATE INDEX "api_keys_created_by_idx" ON "api_keys" USING btree ("created_by_id");
  CREATE INDEX "api_keys_updated_at_idx" ON "api_keys" USING btree ("updated_at");
  CREATE INDEX "api_keys_created_at_idx" ON "api_keys" USING btree ("created_at");
  CREATE INDEX "membership_roles_membership_idx" ON "membership_roles" USING btree ("membership_id");
  CREATE INDEX "membership_roles_role_idx" ON "membership_roles" USING btree ("role_id");
  CREATE INDEX "membership_roles_organization_idx" ON "membership_roles" USING btree ("organization_id");
  CREATE INDEX "membership_roles_tree_idx" ON "membership_roles" USING btree ("tree_id");
  CREATE INDEX "membership_roles_branch_idx" ON "membership_roles" USING btree ("branch_id");
  CREATE INDEX "membership_roles_created_by_idx" ON "membership_roles" USING btree ("created_by_id");
  CREATE INDEX "membership_roles_updated_at_idx" ON "membership_roles" USING btree ("updated_at");
  CREATE INDEX "membership_roles_created_at_idx" ON "membership_roles" USING btree ("created_at");
  CREATE INDEX "memberships_user_idx" ON "memberships" USING btree ("user_id");
  CREATE INDEX "memberships_organization_idx" ON "memberships" USING btree ("organization_id");
  CREATE INDEX "memberships_tree_idx" ON "memberships" USING btree ("tree_id");
  CREATE INDEX "memberships_created_by_idx" ON "memberships" USING btree ("created_by_id");
  CREATE INDEX "memberships_updated_at_idx" ON "memberships" USING btree ("updated_at");
  CREATE INDEX "memberships_created_at_idx" ON "memberships" USING btree ("created_at");
  CREATE INDEX "role_permissions_role_idx" ON "role_permissions" USING btree ("role_id");
  CREATE INDEX "role_permissions_organization_idx" ON "role_permissions" USING btree ("organization_id");
  CREATE INDEX "role_permissions_tree_idx" ON "role_permissions" USING btree ("tree_id");
  CREATE INDEX "role_permissions_created_by_idx" ON "role_permissions" USING btree ("created_by_id");
  CREATE INDEX "role_permissions_updated_at_idx" ON "role_permissions" USING btree ("updated_at");
  CREATE INDEX "role_permissions_created_at_idx" ON "role_permissions" USING btree ("created_at");
  CREATE INDEX "roles_original_idx" ON "roles" USING btree ("original_id");
  CREATE INDEX "roles_organization_idx" ON "roles" USING btree ("organization_id");
  CREATE INDEX "roles_tree_idx" ON "roles" USING btree ("tree_id");
  CREATE INDEX "roles_created_by_idx" ON "roles" USING btree ("created_by_id");
  CREATE INDEX "roles_updated_at_idx" ON "roles" USING btree ("updated_at");
  CREATE INDEX "roles_created_at_idx" ON "roles" USING btree ("created_at");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "reorder_rules_variant_idx" ON "reorder_rules" USING btree ("variant_id");
  CREATE INDEX "reorder_rules_warehouse_idx" ON "reorder_rules" USING btree ("warehouse_id");
  CREATE INDEX "reorder_rules_organization_idx" ON "reorder_rules" USING btree ("organization_id");
  CREATE INDEX "reorder_rules_tree_idx" ON "reorder_rules" USING btree ("tree_id");
  CREATE INDEX "reorder_rules_created_by_idx" ON "reorder_rules" USING btree ("created_by_id");
  CREATE INDEX "reorder_rules_updated_at_idx" ON "reorder_rules" USING btree ("updated_at");
  CREATE INDEX "reorder_rules_created_at_idx" ON "reorder_rules" USING btree ("created_at");
  CREATE INDEX "reservations_level_idx" ON "reservations" USING btree ("level_id");
  CREATE INDEX "reservations_variant_idx" ON "reservations" USING btree ("variant_id");
  CREATE INDEX "reservations_order_line_idx" ON "reservations" USING btree ("order_line_id");
  CREATE INDEX "reservations_cart_line_idx" ON "reservations" USING btree ("cart_line_id");
  CREATE INDEX "reservations_organization_idx" ON "reservations" USING btree ("organization_id");
  CREATE INDEX "reservations_tree_idx" ON "reservations" USING btree ("tree_id");
  CREATE INDEX "reservations_created_by_idx" ON "reservations" USING btree ("created_by_id");
  CREATE INDEX "reservations_updated_at_idx" ON "reservations" USING btree ("updated_at");
  CREATE INDEX "reservations_created_at_idx" ON "reservations" USING btree ("created_at");
  CREATE INDEX "stock_levels_variant_idx" ON "stock_levels" USING btree ("variant_id");
  CREATE INDEX "stock_levels_location_idx" ON "stock_levels" USING btree ("location_id");
  CREATE INDEX "stock_levels_organization_idx" ON "stock_levels" USING btree ("organization_id");
  CREATE INDEX "stock_levels_tree_idx" ON "stock_levels" USING btree ("tree_id");
  CREATE INDEX "stock_levels_created_by_idx" ON "stock_levels" USING btree ("created_by_id");
  CREATE INDEX "stock_levels_updated_at_idx" ON "stock_levels" USING btree ("updated_at");
  CREATE INDEX "stock_levels_created_at_idx" ON "stock_levels" USING btree ("created_at");
  CREATE INDEX "stock_moves_level_idx" ON "stock_moves" USING btree ("level_id");
  CREATE INDEX "stock_moves_variant_idx" ON "stock_moves" USING btree ("variant_id");
  CREATE INDEX "stock_moves_location_idx" ON "stock_moves" USING btree ("location_id");
  CREATE INDEX "stock_moves_organization_idx" ON "stock_moves" USING btree ("organization_id");
  CREATE INDEX "stock_moves_tree_idx" ON "stock_moves" USING btree ("tree_id");
  CREATE INDEX "storage_locations_warehouse_idx" ON "storage_locations" USING btree ("warehouse_id");
  CREATE INDEX "storage_locations_organization_idx" ON "storage_locations" USING btree ("organization_id");
  CREATE INDEX "storage_locations_tree_idx" ON "storage_locations" USING btree ("tree_id");
  CREATE INDEX "storage_locations_created_by_idx" ON "storage_locations" USING btree ("created_by_id");
  CREATE INDEX "storage_locations_updated_at_idx" ON "storage_locations" USING btree ("updated_at");
  CREATE INDEX "storage_locations_created_at_idx" ON "storage_locations" USING btree ("created_at");
  CREATE INDEX "warehouses_address_idx" ON "warehouses" USING btree ("address_id");
  CREATE INDEX "warehouses_organization_idx" ON "warehouses" USING btree ("organization_id");
  CREATE INDEX "warehouses_tree_idx" ON "warehouses" USING btree ("tree_id");
  CREATE INDEX "warehouses_branch_idx" ON "warehouses" USING btree ("branch_id");
  CREATE INDEX "warehouses_created_by_idx" ON "warehouses" USING btree ("created_by_id");
  CREATE INDEX "warehouses_updated_at_idx" ON "warehouses" USING btree ("updated_at");
  CREATE INDEX "warehouses_created_at_idx" ON "warehouses" USING btree ("created_at");
  CREATE INDEX "addresses_organization_idx" ON "addresses" USING btree ("organization_id");
  CREATE INDEX "addresses_tree_idx" ON "addresses" USING btree ("tree_id");
  CREATE INDEX "addresses_created_by_idx" ON "addresses" USING btree ("created_by_id");
  CREATE INDEX "addresses_updated_at_idx" ON "addresses" USING btree ("updated_at");
  CREATE INDEX "addresses_created_at_idx" ON "addresses" USING btree ("created_at");
  CREATE INDEX "branches_address_idx" ON "branches" USING btree ("address_id");
  CREATE INDEX "branches_organization_idx" ON "branches" USING btree ("organization_id");
  CREATE INDEX "branches_tree_idx" ON "branches" USING btree ("tree_id");
  CREATE INDEX "branches_created_by_idx" ON "branches" USING btree ("created_by_id");
  CREATE INDEX "branches_updated_at_idx" ON "branches" USING btree ("updated_at");
  CREATE INDEX "branches_created_at_idx" ON "branches" USING btree ("created_at");
  CREATE INDEX "dealer_tiers_organization_idx" ON "dealer_tiers" USING btree ("organization_id");
  CREATE INDEX "dealer_tiers_tree_idx" ON "dealer_tiers" USING btree ("tree_id");
  CREATE INDEX "dealer_tiers_created_by_idx" ON "dealer_tiers" USING btree ("created_by_id");
  CREATE INDEX "dealer_tiers_updated_at_idx" ON "dealer_tiers" USING btree ("updated_at");
  CREATE INDEX "dealer_tiers_created_at_idx" ON "dealer_tiers" USING btree ("created_at");
  CREATE INDEX "dealers_party_idx" ON "dealers" USING btree ("party_id");
  CREATE INDEX "dealers_tier_idx" ON "dealers" USING btree ("tier_id");
  CREATE INDEX "dealers_territory_idx" ON "dealers" USING btree ("territory_id");
  CREATE INDEX "dealers_price_list_idx" ON "dealers" USING btree ("price_list_id");
  CREATE INDEX "dealers_status_idx" ON "dealers" USING btree ("status");
  CREATE INDEX "dealers_organization_idx" ON "dealers" USING btree ("organization_id");
  CREATE INDEX "dealers_tree_idx" ON "dealers" USING btree ("tree_id");
  CREATE INDEX "dealers_branch_idx" ON "dealers" USING btree ("branch_id");
  CREATE INDEX "dealers_created_by_idx" ON "dealers" USING btree ("created_by_id");
  CREATE INDEX "dealers_updated_at_idx" ON "dealers" USING btree ("updated_at");
  CREATE INDEX "dealers_created_at_idx" ON "dealers" USING btree ("created_at");
  CREATE INDEX "organizations_parent_idx" ON "organizations" USING btree ("parent_id");
  CREATE INDEX "organizations_logo_idx" ON "organizations" USING btree ("logo_id");
  CREATE INDEX "organizations_tree_idx" ON "organizations" USING btree ("tree_id");
  CREATE INDEX "organizations_created_by_idx" ON "organizations" USING btree ("created_by_id");
  CREATE INDEX "organizations_updated_at_idx" ON "organizations" USING btree ("updated_at");
  CREATE INDEX "organizations_created_at_idx" ON "organizations" USING btree ("created_at");
  CREATE INDEX "suppliers_party_idx" ON "suppliers" USING btree ("party_id");
  CREATE INDEX "suppliers_organization_idx" ON "suppliers" USING btree ("organization_id");
  CREATE INDEX "suppliers_tree_idx" ON "suppliers" USING btree ("tree_id");
  CREATE INDEX "suppliers_created_by_idx" ON "suppliers" USING btree ("created_by_id");
  CREATE INDEX "suppliers_updated_at_idx" ON "suppliers" USING btree ("updated_at");
  CREATE INDEX "suppliers_created_at_idx" ON "suppliers" USING btree ("created_at");
  CREATE INDEX "territories_manager_idx" ON "territories" USING btree ("manager_id");
  CREATE INDEX "territories_organization_idx" ON "territories" USING btree ("organization_id");
  CREATE INDEX "territories_tree_idx" ON "territories" USING btree ("tree_id");
  CREATE INDEX "territories_created_by_idx" ON "territories" USING btree ("created_by_id");
  CREATE INDEX "territories_updated_at_idx" ON "territories" USING btree ("updated_at");
  CREATE INDEX "territories_created_at_idx" ON "territories" USING btree ("created_at");
  CREATE INDEX "organization_domains_organization_idx" ON "organization_domains" USING btree ("organization_id");
  CREATE INDEX "organization_domains_tree_idx" ON "organization_domains" USING btree ("tree_id");
  CREATE INDEX "organization_domains_created_by_idx" ON "organization_domains" USING btree ("created_by_id");
  CREATE INDEX "organization_domains_updated_at_idx" ON "organization_domains" USING btree ("updated_at");
  CREATE INDEX "organization_domains_created_at_idx" ON "organization_domains" USING btree ("created_at");
  CREATE INDEX "cart_lines_cart_idx" ON "cart_lines" USING btree ("cart_id");
  CREATE INDEX "cart_lines_variant_idx" ON "cart_lines" USING btree ("variant_id");
  CREATE INDEX "cart_lines_organization_idx" ON "cart_lines" USING btree ("organization_id");
  CREATE INDEX "cart_lines_tree_idx" ON "cart_lines" USING btree ("tree_id");
  CREATE INDEX "cart_lines_created_by_idx" ON "cart_lines" USING btree ("created_by_id");
  CREATE INDEX "cart_lines_updated_at_idx" ON "cart_lines" USING btree ("updated_at");
  CREATE INDEX "cart_lines_created_at_idx" ON "cart_lines" USING btree ("created_at");
  CREATE INDEX "carts_seller_idx" ON "carts" USING btree ("seller_id");
  CREATE INDEX "carts_owner_idx" ON "carts" USING btree ("owner_id");
  CREATE INDEX "carts_order_idx" ON "carts" USING btree ("order_id");
  CREATE INDEX "carts_organization_idx" ON "carts" USING btree ("organization_id");
  CREATE INDEX "carts_tree_idx" ON "carts" USING btree ("tree_id");
  CREATE INDEX "carts_branch_idx" ON "carts" USING btree ("branch_id");
  CREATE INDEX "carts_created_by_idx" ON "carts" USING btree ("created_by_id");
  CREATE INDEX "carts_updated_at_idx" ON "carts" USING btree ("updated_at");
  CREATE INDEX "carts_created_at_idx" ON "carts" USING btree ("created_at");
  CREATE INDEX "order_lines_order_idx" ON "order_lines" USING btree ("order_id");
  CREATE INDEX "order_lines_variant_idx" ON "order_lines" USING btree ("variant_id");
  CREATE INDEX "order_lines_organization_idx" ON "order_lines" USING btree ("organization_id");
  CREATE INDEX "order_lines_tree_idx" ON "order_lines" USING btree ("tree_id");
  CREATE INDEX "order_lines_branch_idx" ON "order_lines" USING btree ("branch_id");
  CREATE INDEX "order_lines_counterparty_idx" ON "order_lines" USING btree ("counterparty_id");
  CREATE INDEX "order_lines_counterparty_branch_idx" ON "order_lines" USING btree ("counterparty_branch_id");
  CREATE INDEX "order_lines_created_by_idx" ON "order_lines" USING btree ("created_by_id");
  CREATE INDEX "order_lines_updated_at_idx" ON "order_lines" USING btree ("updated_at");
  CREATE INDEX "order_lines_created_at_idx" ON "order_lines" USING btree ("created_at");
  CREATE INDEX "orders_cart_idx" ON "orders" USING btree ("cart_id");
  CREATE INDEX "orders_status_idx" ON "orders" USING btree ("status");
  CREATE INDEX "orders_organization_idx" ON "orders" USING btree ("organization_id");
  CREATE INDEX "orders_tree_idx" ON "orders" USING btree ("tree_id");
  CREATE INDEX "orders_branch_idx" ON "orders" USING btree ("branch_id");
  CREATE INDEX "orders_counterparty_idx" ON "orders" USING btree ("counterparty_id");
  CREATE INDEX "orders_counterparty_branch_idx" ON "orders" USING btree ("counterparty_branch_id");
  CREATE INDEX "orders_created_by_idx" ON "orders" USING btree ("created_by_id");
  CREATE INDEX "orders_updated_at_idx" ON "orders" USING btree ("updated_at");
  CREATE INDEX "orders_created_at_idx" ON "orders" USING btree ("created_at");
  CREATE INDEX "shipment_lines_shipment_idx" ON "shipment_lines" USING btree ("shipment_id");
  CREATE INDEX "shipment_lines_order_line_idx" ON "shipment_lines" USING btree ("order_line_id");
  CREATE INDEX "shipment_lines_variant_idx" ON "shipment_lines" USING btree ("variant_id");
  CREATE INDEX "shipment_lines_organization_idx" ON "shipment_lines" USING btree ("organization_id");
  CREATE INDEX "shipment_lines_tree_idx" ON "shipment_lines" USING btree ("tree_id");
  CREATE INDEX "shipment_lines_branch_idx" ON "shipment_lines" USING btree ("branch_id");
  CREATE INDEX "shipment_lines_counterparty_idx" ON "shipment_lines" USING btree ("counterparty_id");
  CREATE INDEX "shipment_lines_counterparty_branch_idx" ON "shipment_lines" USING btree ("counterparty_branch_id");
  CREATE INDEX "shipment_lines_created_by_idx" ON "shipment_lines" USING btree ("created_by_id");
  CREATE INDEX "shipment_lines_updated_at_idx" ON "shipment_lines" USING btree ("updated_at");
  CREATE INDEX "shipment_lines_created_at_idx" ON "shipment_lines" USING btree ("created_at");
  CREATE INDEX "shipments_order_idx" ON "shipments" USING btree ("order_id");
  CREATE INDEX "shipments_warehouse_idx" ON "shipments" USING btree ("warehouse_id");
  CREATE INDEX "shipments_status_idx" ON "shipments" USING btree ("status");
  CREATE INDEX "shipments_organization_idx" ON "shipments" USING btree ("organization_id");
  CREATE INDEX "shipments_tree_idx" ON "shipments" USING btree ("tree_id");
  CREATE INDEX "shipments_branch_idx" ON "shipments" USING btree ("branch_id");
  CREATE INDEX "shipments_counterparty_idx" ON "shipments" USING btree ("counterparty_id");
  CREATE INDEX "shipments_counterparty_branch_idx" ON "shipments" USING btree ("counterparty_branch_id");
  CREATE INDEX "shipments_created_by_idx" ON "shipments" USING btree ("created_by_id");
  CREATE INDEX "shipments_updated_at_idx" ON "shipments" USING btree ("updated_at");
  CREATE INDEX "shipments_created_at_idx" ON "shipments" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "brands" CASCADE;
  DROP TABLE "categories" CASCADE;
  DROP TABLE "price_lists" CASCADE;
  DROP TABLE "prices" CASCADE;
  DROP TABLE "products_images" CASCADE;
  DROP TABLE "products" CASCADE;
  DROP TABLE "units" CASCADE;
  DROP TABLE "variants" CASCADE;
  DROP TABLE "files" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "audit_log" CASCADE;
  DROP TABLE "custom_fields" CASCADE;
  DROP TABLE "exports" CASCADE;
  DROP TABLE "idempotency_keys" CASCADE;
  DROP TABLE "import_rows" CASCADE;
  DROP TABLE "imports" CASCADE;
  DROP TABLE "notification_deliveries" CASCADE;
  DROP TABLE "notification_preferences" CASCADE;
  DROP TABLE "notifications" CASCADE;
  DROP TABLE "outbox_events" CASCADE;
  DROP TABLE "security_events" CASCADE;
  DROP TABLE "sequences" CASCADE;
  DROP TABLE "settings" CASCADE;
  DROP TABLE "batches" CASCADE;
  DROP TABLE "batch_items" CASCADE;
  DROP TABLE "allocations" CASCADE;
  DROP TABLE "invoice_lines" CASCADE;
  DROP TABLE "invoices" CASCADE;
  DROP TABLE "payments" CASCADE;
  DROP TABLE "tax_rates" CASCADE;
  DROP TABLE "invitations" CASCADE;
  DROP TABLE "api_keys" CASCADE;
  DROP TABLE "membership_roles" CASCADE;
  DROP TABLE "memberships" CASCADE;
  DROP TABLE "role_permissions" CASCADE;
  DROP TABLE "roles" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "reorder_rules" CASCADE;
  DROP TABLE "reservations" CASCADE;
  DROP TABLE "stock_levels" CASCADE;
  DROP TABLE "stock_moves" CASCADE;
  DROP TABLE "storage_locations" CASCADE;
  DROP TABLE "warehouses" CASCADE;
  DROP TABLE "addresses" CASCADE;
  DROP TABLE "branches" CASCADE;
  DROP TABLE "dealer_tiers" CASCADE;
  DROP TABLE "dealers" CASCADE;
  DROP TABLE "organizations" CASCADE;
  DROP TABLE "suppliers" CASCADE;
  DROP TABLE "territories" CASCADE;
  DROP TABLE "organization_domains" CASCADE;
  DROP TABLE "cart_lines" CASCADE;
  DROP TABLE "carts" CASCADE;
  DROP TABLE "order_lines" CASCADE;
  DROP TABLE "orders" CASCADE;
  DROP TABLE "shipment_lines" CASCADE;
  DROP TABLE "shipments" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TYPE "public"."enum_price_lists_kind";
  DROP TYPE "public"."enum_products_status";
  DROP TYPE "public"."enum_units_dimension";
  DROP TYPE "public"."enum_variants_backorder";
  DROP TYPE "public"."enum_variants_status";
  DROP TYPE "public"."enum_audit_log_outcome";
  DROP TYPE "public"."enum_custom_fields_type";
  DROP TYPE "public"."enum_exports_format";
  DROP TYPE "public"."enum_exports_state";
  DROP TYPE "public"."enum_import_rows_state";
  DROP TYPE "public"."enum_imports_kind";
  DROP TYPE "public"."enum_imports_state";
  DROP TYPE "public"."enum_notification_deliveries_state";
  DROP TYPE "public"."enum_security_events_severity";
  DROP TYPE "public"."enum_security_events_status";
  DROP TYPE "public"."enum_batches_state";
  DROP TYPE "public"."enum_batch_items_state";
  DROP TYPE "public"."enum_invoices_kind";
  DROP TYPE "public"."enum_invoices_settlement";
  DROP TYPE "public"."enum_invoices_tax_rounding";
  DROP TYPE "public"."enum_invoices_status";
  DROP TYPE "public"."enum_payments_direction";
  DROP TYPE "public"."enum_payments_method";
  DROP TYPE "public"."enum_payments_status";
  DROP TYPE "public"."enum_invitations_status";
  DROP TYPE "public"."enum_api_keys_status";
  DROP TYPE "public"."enum_api_keys_reach";
  DROP TYPE "public"."enum_memberships_status";
  DROP TYPE "public"."enum_role_permissions_reach";
  DROP TYPE "public"."enum_roles_audience";
  DROP TYPE "public"."enum_users_status";
  DROP TYPE "public"."enum_reservations_state";
  DROP TYPE "public"."enum_stock_moves_kind";
  DROP TYPE "public"."enum_storage_locations_kind";
  DROP TYPE "public"."enum_dealers_status";
  DROP TYPE "public"."enum_organizations_kind";
  DROP TYPE "public"."enum_organizations_status";
  DROP TYPE "public"."enum_suppliers_status";
  DROP TYPE "public"."enum_organization_domains_method";
  DROP TYPE "public"."enum_carts_state";
  DROP TYPE "public"."enum_order_lines_backorder";
  DROP TYPE "public"."enum_orders_tax_rounding";
  DROP TYPE "public"."enum_orders_status";
  DROP TYPE "public"."enum_shipments_status";`)
}
